using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;

namespace ComplianceRules.Cli.Progress;

/// <summary>Shows on standard error how far long work is, on a screen only and not before somebody may wonder.</summary>
/// <remarks>What it shows is gone again before anything else is written. Steps do not overlap. May be told of progress by any thread.</remarks>
/// <param name="terminal">Where to show it.</param>
/// <param name="words">In which language.</param>
/// <param name="time">How time goes by.</param>
internal sealed class WorkWatch(Terminal terminal, Words words, TimeProvider time)
{
    /// <summary>How long work goes on unseen: what is over sooner would only flicker.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How often the line is drawn.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly long _start = time.GetTimestamp();
    private int _drawn;

    /// <summary>Whether somebody watches.</summary>
    public bool IsShown { get; init; }

    /// <summary>Hears of each step that is over, and how long it took; null where nobody wants to know.</summary>
    public Action<string, TimeSpan>? Told { get; init; }

    /// <summary>The clock of steps.</summary>
    internal TimeProvider Time { get; } = time;

    /// <summary>Begins a part of the work; it is over when it is disposed of.</summary>
    /// <param name="what">What is being done, as people read it.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <param name="total">How much there is to do; 0 where nobody knows.</param>
    public WorkStep Begin(string what, WorkUnit unit = WorkUnit.Unknown, long total = 0) => new(this, what, unit, total);

    /// <summary>Draws the line anew.</summary>
    internal void Draw(WorkState state)
    {
        if (Time.GetElapsedTime(_start) < Patience) return;
        // A character in the last column would go to the next line on some screens.
        string line = WorkLine.Of(state, words, terminal.ErrorWidth - 1);
        int columns = Page.Columns(line);
        terminal.Error.Write($"\r{line}{new string(' ', Math.Max(0, _drawn - columns))}");
        _drawn = columns;
    }

    /// <summary>Takes the line away.</summary>
    internal void Erase()
    {
        if (_drawn > 0) terminal.Error.Write($"\r{new string(' ', _drawn)}\r");
        _drawn = 0;
    }
}
