/** What lies in the data folder, beside what is exported there. */
export const JOURNAL_FILE = 'journal.jsonl';
export const SETTINGS_FILE = 'settings.json';
/** The clinic as its reports name it. */
export const CLINIC_FILE = 'clinic.json';
/** Notices that came after the program: the newest file in it counts. */
export const NOTICES_FOLDER = 'notices';
