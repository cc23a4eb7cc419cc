import type { Contact, RosterEntry } from './entry.ts';
import { clinicKey, rosterKey } from './identity.ts';

const nobody: Contact = { name: null, phone: null, person: null, opens: null, spare: false };

/**
 * Tells what the roster says of a terminal: its own line, and for what that leaves out the other lines of its clinic,
 * because many lists say it once a clinic. Whether a machine is a spare one only its own line says.
 */
export function contactsIn(
  roster: readonly RosterEntry[],
): (terminal: { readonly clinic: string | null; readonly terminal: string }) => Contact {
  const clinics = new Map<string, Contact>();
  const terminals = new Map<string, Contact>();
  for (const each of roster) {
    const { contact } = each;
    if (contact === undefined) continue;
    const key = clinicKey(each.clinic);
    clinics.set(key, filledUp({ ...(clinics.get(key) ?? nobody), spare: false }, contact));
    terminals.set(rosterKey(each), contact);
  }
  // One for all terminals of a clinic that say nothing of their own.
  const known = new Map<Contact, Contact>();
  return (terminal) => {
    if (clinics.size === 0) return nobody;
    const whole = clinics.get(clinicKey(terminal.clinic)) ?? nobody;
    const own = terminals.get(rosterKey(terminal));
    if (own === undefined) return whole;
    const found = known.get(own) ?? filledUp(own, whole);
    known.set(own, found);
    return found;
  };
}

/** The contact, with the other one's word where it has none. */
function filledUp(contact: Contact, other: Contact): Contact {
  return {
    name: contact.name ?? other.name,
    phone: contact.phone ?? other.phone,
    person: contact.person ?? other.person,
    opens: contact.opens ?? other.opens,
    spare: contact.spare,
  };
}

/** Whether the roster says anything of whom to call. */
export function isKnown({ name, phone, person, opens }: Contact): boolean {
  return name !== null || phone !== null || person !== null || opens !== null;
}
