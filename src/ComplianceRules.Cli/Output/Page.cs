using Spectre.Console;
using Spectre.Console.Rendering;

namespace ComplianceRules.Cli.Output;

/// <summary>Draws text and tables on a writer, a line at a time.</summary>
/// <remarks>For one thread. What is written is shown as it is, never read as markup. The writer below stays open.</remarks>
internal sealed class Page : IDisposable
{
    /// <summary>Blanks between the name and the paragraph of a row.</summary>
    public const int Gap = 2;

    // Drawing never ends where a wide character has no room in its column.
    private const int Narrowest = 40;

    private readonly TrimmingWriter _writer;
    private readonly IAnsiConsole _console;
    private readonly int _width;

    public Page(TextWriter writer, int width, bool colours)
    {
        _writer = new TrimmingWriter(writer);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        _width = Math.Max(width, Narrowest);
        _console.Profile.Width = _width;
        _console.Profile.Capabilities.Unicode = true;
        _console.Profile.Capabilities.Links = false;
    }

    /// <summary>The columns of a line.</summary>
    public int Width => _width;

    /// <summary>The columns of a text on a screen: a wide character has two.</summary>
    public static int Columns(string text) => new Segment(text).CellCount();

    /// <summary>Draws something.</summary>
    /// <param name="drawing">What is drawn.</param>
    /// <param name="leastWidth">The columns that it needs, even where the page has fewer.</param>
    public void Draw(IRenderable drawing, int leastWidth)
    {
        _console.Profile.Width = Math.Max(_width, leastWidth);
        _console.Write(drawing);
        _console.Profile.Width = _width;
    }

    /// <summary>An empty line.</summary>
    public void Line() => _writer.Write('\n');

    /// <summary>A paragraph on lines of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it looks; null for plain.</param>
    /// <param name="indent">Blanks before each of its lines.</param>
    public void Line(string text, Style? style = null, int indent = 0)
    {
        _console.Write(new Padder(new Text(Printable.Of(text), style), new Padding(indent, 0, 0, 0)));
    }

    /// <summary>A name and, beside it, a paragraph; a name that is too long has a line of its own.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The paragraph.</param>
    /// <param name="indent">Blanks before the name.</param>
    /// <param name="widestName">The columns of the widest name that has its paragraph beside it.</param>
    /// <param name="style">How the paragraph looks; null for plain.</param>
    public void Row(string name, string text, int indent, int widestName, Style? style = null)
    {
        string shown = Printable.Of(name);
        if (Columns(shown) > widestName)
        {
            Line(shown, indent: indent);
            shown = string.Empty;
        }

        Beside(shown, new Text(Printable.Of(text), style), new GridColumn { Width = widestName, NoWrap = true, Padding = new Padding(indent, 0, Gap, 0) });
    }

    /// <summary>A paragraph of a list: a dash, and the text beside it.</summary>
    public void Item(string text) => Beside("-", new Text(Printable.Of(text)), new GridColumn { Width = 1, NoWrap = true, Padding = new Padding(0, 0, 1, 0) });

    private void Beside(string name, Text text, GridColumn first)
    {
        Grid grid = new();
        grid.AddColumn(first);
        grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        grid.AddRow(new Text(name), text);
        _console.Write(grid);
    }

    public void Dispose() => _writer.Dispose();
}
