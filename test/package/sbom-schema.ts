import * as z from 'zod';

const hashes = z.array(z.object({ alg: z.string(), content: z.string() }));
const component = z.object({
  type: z.string(),
  name: z.string(),
  group: z.string().optional(),
  version: z.string(),
  'bom-ref': z.string(),
  purl: z.string().optional(),
  cpe: z.string().optional(),
  licenses: z.array(z.unknown()),
  hashes: hashes.optional(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

/** What tests read of an SBOM. */
export const sbomSchema = z.object({
  metadata: z.object({ component }),
  components: z.array(component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});
