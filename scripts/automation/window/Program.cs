using System;
using System.Drawing;
using System.Windows.Forms;

/// <summary>
/// A window with the two buttons of the management tool. What it says is made up: nobody here has seen the real tool.
/// </summary>
static class Program
{
    [STAThread]
    static void Main()
    {
        using var form = new Form { Text = "試験用の配信アプリケーション管理ツール", ClientSize = new Size(420, 180) };
        Add(form, "今すぐダウンロード", "downloadNow", 20, "試験の文: ダウンロードを受け付けました。");
        Add(form, "配信実績の確認", "showRecord", 90, "試験の文: 実績はまだありません。");
        Application.Run(form);
    }

    static void Add(Form form, string text, string name, int top, string answer)
    {
        var button = new Button { Text = text, Name = name, Bounds = new Rectangle(20, top, 240, 44) };
        button.Click += (_, _) => MessageBox.Show(form, answer, "試験の題");
        form.Controls.Add(button);
    }
}
