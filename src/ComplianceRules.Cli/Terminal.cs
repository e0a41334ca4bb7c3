using System.Text;

namespace ComplianceRules.Cli;

/// <summary>Where the tool writes: results on one stream, everything else on the other.</summary>
/// <remarks>UTF-8 without a byte order mark. Streams stay open. For one thread.</remarks>
internal sealed record Terminal
{
    /// <summary>Names the streams.</summary>
    /// <param name="output">For results.</param>
    /// <param name="error">For everything else.</param>
    /// <param name="width">Columns of a line.</param>
    /// <param name="colours">Whether results are read on a screen that can show colours.</param>
    public Terminal(Stream output, Stream error, int width, bool colours)
    {
        Output = output;
        Out = TextOn(output);
        Error = TextOn(error);
        (Width, ErrorWidth) = (width, width);
        Colours = colours;
    }

    /// <summary>What is sent to the tool.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Results as bytes.</summary>
    public Stream Output { get; }

    /// <summary>Results as text.</summary>
    public TextWriter Out { get; }

    /// <summary>Everything that is no result: problems, notices.</summary>
    public TextWriter Error { get; private init; }

    /// <summary>Columns of a line of results.</summary>
    public int Width { get; }

    /// <summary>Columns of a line of everything else.</summary>
    public int ErrorWidth { get; init; }

    /// <summary>Whether results may have colours.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether everything else may have colours.</summary>
    public bool ErrorColours { get; init; }

    /// <summary>Whether somebody reads results as they come, on a screen.</summary>
    public bool IsScreen { get; init; }

    /// <summary>Whether somebody reads everything else as it comes, on a screen.</summary>
    public bool IsErrorScreen { get; init; }

    /// <summary>The same, with another place for everything that is no result.</summary>
    /// <param name="error">The place.</param>
    public Terminal WithError(Stream error) => this with { Error = TextOn(error) };

    /// <summary>A writer of text in the tool's encoding.</summary>
    public static StreamWriter TextOn(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
}
