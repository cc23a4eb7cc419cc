import * as z from 'zod';
import type { Obstacle } from '../../../domain/facts.ts';

/**
 * What the PowerShell scripts beside this file take and say. Each gets one JSON object as `$OqsInput`, and writes lines
 * of ASCII JSON, one object a line. Exit code 0: it came to its end; anything else: it did not. A schema is made when
 * the first line is read with it: a start of the console reads none.
 */
export interface ScriptInputs {
  readonly 'find-tool': ToolSearch;
  readonly 'open-tool': {
    readonly path: string;
    readonly program: string | null;
    readonly toolName: string;
    readonly waitSeconds: number;
  };
  readonly 'press-button': {
    readonly processId: number;
    /** 「今すぐダウンロード」 or 「配信実績の確認」. */
    readonly buttonName: string;
    /** Tried before the name; null: not known. */
    readonly automationId: string | null;
    /** How long to look for the button: the window may be a splash first, or still be filling. */
    readonly waitSeconds: number;
  };
  readonly 'press-by-message': Omit<ScriptInputs['press-button'], 'automationId'>;
  readonly 'watch-tool': { readonly processId: number; readonly everyMilliseconds: number };
  readonly 'set-clipboard': { readonly textBase64: string };
  readonly 'open-document': { readonly path: string };
  readonly 'file-holders': { readonly path: string };
  readonly rights: { readonly paths: readonly string[] };
  /** Whether something may be changed for a moment and put back. */
  readonly selftest: { readonly changes: boolean };
  /** Sits in the console whose font is asked for. */
  readonly 'selftest-windows': { readonly processId: number };
  readonly 'system-report': ToolSearch & {
    /**
     * A part of the reader's name in the device manager; null: not known, so whether it is connected is not known
     * either.
     */
    readonly readerDevice: string | null;
  };
}

/** Where the management tool is looked for, and by which name. */
interface ToolSearch {
  /** The path in the settings, null where there is none. */
  readonly path: string | null;
  /** The tool's name as it stands under its desktop icon. */
  readonly toolName: string;
  /** Folders whose programs are looked through by their own description (not deeper than two levels). */
  readonly folders: readonly string[];
}

/** The obstacles that a script can meet; what each one means stands in src/domain/facts.ts. */
export const obstacles = [
  'screen-locked',
  'session-disconnected',
  'session-0',
  'constrained-language',
  'tool-elevated',
  'automation-missing',
  'window-not-found',
  'button-not-found',
  'several-matches',
  'button-disabled',
] as const satisfies readonly Obstacle[];

const obstacleLine = () => z.object({ type: z.literal('obstacle'), obstacle: z.enum(obstacles), detail: z.string() });

/**
 * `find-tool`: every place where the tool was found, the surest kind first; then one `end`. Writes nothing, starts
 * nothing.
 */
export const findToolLineSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('found'),
      by: z.enum(['settings', 'shortcut', 'folder']),
      /** What to start: an .exe, or a shortcut. */
      path: z.string().min(1),
    }),
    z.object({ type: z.literal('end') }),
  ]),
);

/** `open-tool`: takes up the running tool, or starts it visibly and waits for its window. Then the window's process. */
export const openToolLineSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('opened'), processId: z.int(), alreadyRunning: z.boolean() }),
    obstacleLine(),
  ]),
);

const windowLine = () =>
  z.object({
    type: z.literal('window'),
    /** Tells windows apart, and the same window from one look, or script, to the next. */
    id: z.string(),
    isMain: z.boolean(),
    title: z.string(),
    texts: z.array(z.string()),
    buttons: z.array(z.string()),
  });

/**
 * `press-button` (by UI Automation) and `press-by-message` (by a message to its window): presses one button of a
 * process's window, once. `pressing` is written right before the press: whatever comes after it, the button may have
 * been pressed; where an `obstacle` comes instead, it was not. The press may not return before a dialog that it opens
 * is closed.
 */
export const pressButtonLineSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    // By UI Automation only: the windows as they stood when the button was found, right before the press.
    windowLine(),
    z.object({ type: z.literal('pressing') }),
    z.object({ type: z.literal('pressed') }),
    // With the names of the buttons that are there.
    obstacleLine().extend({ candidates: z.array(z.string()) }),
  ]),
);

/**
 * `watch-tool`: reads the windows of a process until it is killed or the process ends: each window's words when they
 * are new or have changed, and the programs that the process starts (`viewer`, with the file that its command line
 * names). It presses nothing.
 */
export const watchToolLineSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    /** Nothing can be watched in this session; then it ends. */
    obstacleLine(),
    /** It has seen what was there before; from here on everything is new. */
    z.object({ type: z.literal('watching') }),
    windowLine(),
    z.object({ type: z.literal('window-closed'), id: z.string() }),
    z.object({ type: z.literal('viewer'), program: z.string(), commandLine: z.string().nullable() }),
    z.object({ type: z.literal('process-ended') }),
  ]),
);

/** `set-clipboard`: puts a text on the clipboard and reads it back. */
export const setClipboardLineSchema = z.lazy(() => z.object({ type: z.literal('clipboard'), textBase64: z.string() }));

/** `open-document`: opens a document with the program that Windows has for it. Exit code 2: there is no such file. */
export const openDocumentLineSchema = z.lazy(() => z.object({ type: z.literal('opened') }));

/** `file-holders`: the programs that hold a file, as the system names them. */
export const fileHoldersLineSchema = z.lazy(() => z.object({ type: z.literal('holders'), names: z.array(z.string()) }));

/**
 * `rights`: who we are, then of each path whose it is and who may write there, in their order. null: it cannot be told.
 */
export const rightsLineSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('self'), sid: z.string().nullable() }),
    z.object({ type: z.literal('rights'), owner: z.string().nullable(), sddl: z.string().nullable() }),
  ]),
);

/**
 * `selftest`, `selftest-windows`: one line for each way that it has tried. `unknown` names why it could not be told,
 * `error` is the system's own word.
 */
export const selftestLineSchema = z.lazy(() =>
  z.object({
    type: z.literal('way'),
    way: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    unknown: z.string().nullable(),
    error: z.string().nullable(),
    milliseconds: z.int(),
  }),
);
