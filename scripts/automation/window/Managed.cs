using System.Drawing;
using System.Windows.Forms;

/// <summary>The window of Windows Forms.</summary>
static class Managed
{
    /// <param name="depth">So many panels around the buttons, one in the other.</param>
    public static Form Form(int depth)
    {
        var form = new Form { Text = Program.Title, ClientSize = new Size(420, 180) };
        Control inside = form;
        for (var level = 0; level < depth; level += 1)
        {
            var panel = new Panel { Dock = DockStyle.Fill };
            inside.Controls.Add(panel);
            inside = panel;
        }
        Add(form, inside, Program.Download, "downloadNow", 20, Program.DownloadAnswer);
        Add(form, inside, Program.Record, "showRecord", 90, Program.RecordAnswer);
        return form;
    }

    static void Add(Form form, Control inside, string text, string name, int top, string answer)
    {
        var button = new Button { Text = text, Name = name, Bounds = new Rectangle(20, top, 240, 44) };
        button.Click += (_, _) => MessageBox.Show(form, Program.Count(answer), Program.AnswerTitle);
        inside.Controls.Add(button);
    }
}
