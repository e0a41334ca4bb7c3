using System.Text;

namespace ComplianceRules.Cli.Output;

/// <summary>Drops the blanks at the ends of lines, which drawing leaves there.</summary>
/// <remarks>For one thread. The writer below stays open.</remarks>
internal sealed class TrimmingWriter(TextWriter below) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => below.Encoding;

    public override void Write(char value)
    {
        if (value == '\r') return;
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        WritePending();
        below.Write('\n');
    }

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) WritePending();
        base.Dispose(disposing);
    }

    private void WritePending()
    {
        below.Write(_line.ToString().TrimEnd(' '));
        _line.Clear();
    }
}
