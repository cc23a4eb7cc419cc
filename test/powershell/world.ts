/** What stand-in/world.ps1 and automation.cs put where Windows would be. */
export interface World {
  readonly session: {
    readonly id: number;
    /** Remote Desktop Services' word for this session; null: they do not answer. */
    readonly state: number | null;
    readonly flags: number | null;
    readonly logonScreens: readonly number[];
  };
  readonly administrator?: boolean;
  /** The session on the terminal's own screen; left out: it cannot be read. */
  readonly glass?: number;
  readonly barred?: boolean;
  readonly noProcessTable?: boolean;
  /** What is there, one a look; the last one stays. */
  readonly looks?: readonly Look[];
  readonly [more: string]: unknown;
}

export interface Look {
  readonly processes?: readonly WorldProcess[];
  /** null: the desktop cannot be read. */
  readonly windows?: readonly WorldNode[] | null;
  /** Windows of class BUTTON, as Windows itself tells of them. */
  readonly buttonWindows?: readonly WorldButton[];
  readonly mainWindow?: string;
  readonly clipboard?: string;
}

export interface WorldProcess {
  readonly id: number;
  readonly parent?: number | 'console';
  readonly name?: string;
  readonly program?: string | null;
  readonly title?: string;
  readonly commandLine?: string | null;
}

export interface WorldButton {
  readonly name: string;
  readonly disabled?: boolean;
  /** Its window does not come to the front. */
  readonly inactive?: boolean;
  readonly press?: 'hang' | 'gone';
}

export interface WorldNode {
  readonly name?: string;
  readonly type?: string;
  readonly automationId?: string;
  readonly value?: string;
  readonly enabled?: boolean;
  readonly password?: boolean;
  readonly pressable?: boolean;
  readonly handle?: number;
  readonly processId?: number;
  readonly press?: 'hang' | 'gone';
  readonly vanished?: boolean;
  /** It says that it can be pressed, and gives nothing to press it with. */
  readonly patternless?: boolean;
  readonly children?: readonly WorldNode[];
}

export const TOOL = 7000;

/** An unlocked screen in front of somebody. */
export const unlocked = { id: 1, state: 0, flags: 1, logonScreens: [] } as const;

export const button = (name: string, more: WorldNode = {}): WorldNode => ({
  name,
  type: 'Button',
  pressable: true,
  ...more,
});
export const words = (name: string, more: WorldNode = {}): WorldNode => ({ name, type: 'Text', ...more });

/** A window of the tool's with a title bar, whose buttons are nobody's. */
export const toolWindow = (name: string, children: readonly WorldNode[], more: WorldNode = {}): WorldNode => ({
  name,
  type: 'Window',
  processId: TOOL,
  handle: 0x1_0a2c,
  children: [{ name, type: 'TitleBar', children: [button('閉じる', { automationId: 'Close' })] }, ...children],
  ...more,
});
