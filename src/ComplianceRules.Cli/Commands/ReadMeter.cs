using ComplianceRules.Cli.Progress;

namespace ComplianceRules.Cli.Commands;

/// <summary>Counts what is read of files while somebody watches.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class ReadMeter
{
    private readonly Dictionary<string, ReadTally> _tallies = new(StringComparer.Ordinal);
    private WorkStep? _step;

    /// <summary>From now on what is read counts for this step.</summary>
    public void Begin(WorkStep step)
    {
        _step = step;
        _tallies.Clear();
    }

    /// <summary>A stream whose reading is counted; the stream itself where nobody watches.</summary>
    /// <param name="name">The file's name: what is read of it twice counts once.</param>
    /// <param name="stream">The stream.</param>
    public Stream Of(string name, Stream stream)
    {
        if (_step is null) return stream;
        if (!_tallies.TryGetValue(name, out ReadTally? tally)) _tallies.Add(name, tally = new ReadTally(_step));
        return new CountedStream(stream, tally);
    }
}
