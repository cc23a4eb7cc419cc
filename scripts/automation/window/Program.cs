using System;
using System.Windows.Forms;

/// <summary>
/// A window with the two buttons of the management tool, of the kind that OQS_WINDOW names. What it says is made up: nobody here
/// has seen the real tool.
/// </summary>
static class Program
{
    public const string Title = "試験用の配信アプリケーション管理ツール";
    public const string AnswerTitle = "試験の題";
    public const string Download = "今すぐダウンロード";
    public const string DownloadAnswer = "試験の文: ダウンロードを受け付けました。";
    public const string Record = "配信実績の確認";
    public const string RecordAnswer = "試験の文: 実績はまだありません。";

    static int presses;

    /// <summary>An answer with how many presses there were: one that comes twice is seen.</summary>
    public static string Count(string answer) => $"{answer}({++presses} 回目)";

    [STAThread]
    static void Main()
    {
        switch (Environment.GetEnvironmentVariable("OQS_WINDOW"))
        {
            case "win32": Native.Run(0, false); break;
            case "splash": Native.Run(8_000, false); break;
            case "question": Native.Run(0, true); break;
            case "deep": Application.Run(Managed.Form(30)); break;
            default: Application.Run(Managed.Form(0)); break;
        }
    }
}
