using System.Text;

namespace ComplianceRules.Cli.Output;

/// <summary>Drops what drawing leaves behind: blanks at the ends of lines, and all but one of several empty lines.</summary>
/// <remarks>For one thread. The writer below stays open.</remarks>
internal sealed class TrimmingWriter(TextWriter below) : TextWriter
{
    private readonly StringBuilder _line = new();
    private bool _lastIsEmpty;

    public override Encoding Encoding => below.Encoding;

    public override void Write(char value)
    {
        if (value == '\r') return;
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        bool isEmpty = WritePending() == 0;
        if (!isEmpty || !_lastIsEmpty) below.Write('\n');
        _lastIsEmpty = isEmpty;
    }

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) WritePending();
        base.Dispose(disposing);
    }

    private int WritePending()
    {
        string line = _line.ToString().TrimEnd(' ');
        below.Write(line);
        _line.Clear();
        return line.Length;
    }
}
