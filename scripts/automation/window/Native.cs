using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

/// <summary>The window of plain Win32 controls: what has no provider of its own for UI Automation.</summary>
static class Native
{
    const string Class = "OqsTestWindow";
    const uint Window = 0x10CF0000, Child = 0x50000000, Group = 7;
    const uint Command = 0x111, Destroy = 0x2;
    static readonly Dictionary<int, Action> pressed = new();
    static readonly WindowProc proc = Answer;
    static IntPtr main;

    /// <param name="splashMs">So long there is only a window without a button.</param>
    /// <param name="asks">Whether the answer is a dialog of its own with buttons that nobody knows, instead of a message box.</param>
    public static void Run(int splashMs, bool asks)
    {
        var windowClass = new WindowClass { Proc = Marshal.GetFunctionPointerForDelegate(proc), Name = Class, Brush = 16 };
        RegisterClassW(ref windowClass);
        if (splashMs > 0) Splash(splashMs);
        main = Create(Class, Program.Title, Window, 420, 180, IntPtr.Zero, 0);
        // A frame with the button's own words is of class BUTTON as well.
        Put("BUTTON", Program.Download, Child | Group, 5, 0, main, 0);
        Add(Program.Download, 1, 20, Program.DownloadAnswer, asks);
        Add(Program.Record, 2, 90, Program.RecordAnswer, asks);
        while (GetMessageW(out var message, IntPtr.Zero, 0, 0) > 0) DispatchMessageW(ref message);
    }

    static void Splash(int milliseconds)
    {
        var splash = Create(Class, "試験用の起動画面", Window, 300, 100, IntPtr.Zero, 0);
        Put("STATIC", "準備をしています", Child, 20, 20, splash, 0);
        var end = Environment.TickCount64 + milliseconds;
        while (Environment.TickCount64 < end)
        {
            while (PeekMessageW(out var message, IntPtr.Zero, 0, 0, 1)) DispatchMessageW(ref message);
            Thread.Sleep(20);
        }
        DestroyWindow(splash);
    }

    static void Add(string text, int id, int top, string answer, bool asks)
    {
        pressed[id] = asks ? () => Ask(Program.Count(answer)) : () => MessageBoxW(main, Program.Count(answer), Program.AnswerTitle, 0);
        Put("BUTTON", text, Child, 20, top, main, id);
    }

    static void Ask(string question)
    {
        var dialog = Create(Class, Program.AnswerTitle, Window, 360, 180, main, 0);
        Put("STATIC", question, Child, 20, 10, dialog, 0);
        Put("BUTTON", "あとで", Child, 20, 90, dialog, 11);
        Put("BUTTON", "続行", Child, 120, 90, dialog, 12);
        EnableWindow(main, false);
    }

    static void Put(string kind, string text, uint style, int left, int top, IntPtr parent, int id) =>
        MoveWindow(Create(kind, text, style, 240, 44, parent, id), left, top, 240, 44, true);

    static IntPtr Create(string kind, string text, uint style, int width, int height, IntPtr parent, int id) =>
        CreateWindowExW(0, kind, text, style, 100, 100, width, height, parent, new IntPtr(id), IntPtr.Zero, IntPtr.Zero);

    static IntPtr Answer(IntPtr window, uint message, IntPtr w, IntPtr l)
    {
        if (message == Command && pressed.TryGetValue((int)w & 0xFFFF, out var press)) press();
        if (message == Destroy && window == main && pressed.Count > 0) PostQuitMessage(0);
        return DefWindowProcW(window, message, w, l);
    }

    delegate IntPtr WindowProc(IntPtr window, uint message, IntPtr w, IntPtr l);

    [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
    struct WindowClass
    {
        public uint Style; public IntPtr Proc; public int ClassExtra, WindowExtra;
        public IntPtr Instance, Icon, Cursor, Brush;
        [MarshalAs(UnmanagedType.LPWStr)] public string? Menu;
        [MarshalAs(UnmanagedType.LPWStr)] public string Name;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Message { public IntPtr Window; public uint Kind; public IntPtr W, L; public uint Time; public int X, Y, More; }

    [DllImport("user32.dll", CharSet = CharSet.Unicode)] static extern ushort RegisterClassW(ref WindowClass windowClass);
    [DllImport("user32.dll", CharSet = CharSet.Unicode)]
    static extern IntPtr CreateWindowExW(uint more, string kind, string text, uint style, int x, int y, int width, int height,
        IntPtr parent, IntPtr id, IntPtr instance, IntPtr data);
    [DllImport("user32.dll", CharSet = CharSet.Unicode)]
    static extern int MessageBoxW(IntPtr owner, string text, string title, uint kind);
    [DllImport("user32.dll")] static extern IntPtr DefWindowProcW(IntPtr window, uint message, IntPtr w, IntPtr l);
    [DllImport("user32.dll")] static extern int GetMessageW(out Message message, IntPtr window, uint first, uint last);
    [DllImport("user32.dll")] static extern bool PeekMessageW(out Message message, IntPtr window, uint first, uint last, uint how);
    [DllImport("user32.dll")] static extern IntPtr DispatchMessageW(ref Message message);
    [DllImport("user32.dll")] static extern bool MoveWindow(IntPtr window, int x, int y, int width, int height, bool paint);
    [DllImport("user32.dll")] static extern bool EnableWindow(IntPtr window, bool enabled);
    [DllImport("user32.dll")] static extern bool DestroyWindow(IntPtr window);
    [DllImport("user32.dll")] static extern void PostQuitMessage(int exitCode);
}
