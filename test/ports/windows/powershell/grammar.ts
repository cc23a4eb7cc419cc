import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';

/** What a look over a PowerShell script finds. */
export interface SyntaxFindings {
  /** Where the grammar does not follow. */
  readonly errors: readonly string[];
  /** Operators that Windows PowerShell 5.1 does not know. */
  readonly tooNew: readonly string[];
  /** Names of commands that are called. */
  readonly commands: readonly string[];
  /** Names of parameters that are given. */
  readonly parameters: readonly string[];
}

/** Operators of PowerShell 7: pipeline chains, null-coalescing, null-conditional and ternary. */
const TOO_NEW = new Set(['&&', '||', '??', '??=', '?.', '?[', '?']);

/** Reads scripts by the grammar that editors use (tree-sitter), without PowerShell. */
export async function createSyntaxReader(): Promise<(script: string) => SyntaxFindings> {
  const file = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(file)));
  return (script) => {
    const tree = parser.parse(script);
    if (!tree) throw new Error('the parser gave up');
    const nodes = [...nodesUnder(tree.rootNode)];
    const textsOf = (type: string) => nodes.filter((node) => node.type === type).map((node) => node.text);
    // `%`, and what it is short for, are a node of their own in this grammar.
    const loops = nodes
      .filter((node) => node.type === 'foreach_command')
      .map((node) => /^[^\s{]*/.exec(node.text)?.[0] ?? '');
    const findings = {
      errors: nodes.filter((node) => node.isError || node.isMissing).map(describeNode),
      tooNew: nodes.filter((node) => TOO_NEW.has(node.type)).map(describeNode),
      commands: [...textsOf('command_name'), ...loops],
      parameters: textsOf('command_parameter'),
    };
    tree.delete();
    return findings;
  };
}

function* nodesUnder(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* nodesUnder(child);
}

function describeNode(node: Node): string {
  return `line ${String(node.startPosition.row + 1)}: ${node.text.slice(0, 60)}`;
}
