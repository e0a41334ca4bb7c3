namespace ComplianceRules.Facts;

/// <summary>Takes the schools of a source some at a time, and what stands beside them.</summary>
/// <remarks>For one thread and one reading. A chunk is a snapshot without what the whole alone can tell: region lists and what is covered.</remarks>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="options">How to read.</param>
/// <param name="take">Takes each chunk; then it is let go.</param>
/// <param name="cancellation">Stops the making of a snapshot of what is wanted of all schools.</param>
internal sealed class SchoolChunks(FactSchema schema, SnapshotOptions options, Action<Snapshot> take, CancellationToken cancellation)
{
    private const string Name = "name";

    private readonly Dictionary<string, TakenIds> _taken =
        schema.Tables.Values.Where(t => t.HasGlobalIds && t.Name != BaseTables.Region).ToDictionary(t => t.Name, _ => new TakenIds(), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _regionNames = [];
    private SchoolGathering? _gathering;

    /// <summary>How many rows a chunk has at least, unless it is the last.</summary>
    public required int Rows { get; init; }

    /// <summary>What the whole has, where that is known already.</summary>
    public FactPresence? Whole { get; init; }

    /// <summary>The calendar, where it is known already.</summary>
    public SchoolCalendar? Calendar { get; init; }

    /// <summary>What stands beside the schools, where it is known already: findings name the regions of their rows.</summary>
    public Snapshot? Beside
    {
        get;
        init
        {
            field = value;
            _regionNames = value is null ? [] : NamesOf(value.Table(BaseTables.Region));
        }
    }

    /// <summary>Takes what stands beside the schools.</summary>
    public SnapshotBuilder Head { get; } = new(schema, options) { Cancellation = cancellation };

    /// <summary>Keys that no field takes, and that were listed: each is listed once.</summary>
    public HashSet<(string Table, string Key)> UnknownKeys { get; } = [];

    /// <summary>The ids of the schools that were let go.</summary>
    public IEnumerable<string> SchoolIds => _taken[BaseTables.School].All;

    /// <summary>Whether the data can be taken only as a whole: it was refused, or rows are linked otherwise than by standing below each other.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Says that the data can be taken only as a whole.</summary>
    public void GiveUp() => IsGivenUp = true;

    /// <summary>Begins to gather, beside what stands there, what is wanted of all schools together.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="rows">How many rows each table has.</param>
    /// <param name="hasSchool">Whether a school is wanted, by its id in UTF-8, with what lies below it; null where all are.</param>
    public void Gather(FactSelection wanted, IReadOnlyDictionary<string, int> rows, Func<ReadOnlySpan<byte>, bool>? hasSchool = null)
    {
        _gathering = new SchoolGathering(Head, wanted) { HasSchool = hasSchool };
        if (!wanted.HasYearGroups) Head.LeaveOutYearGroups();
        foreach ((string table, int count) in rows) Head.Table(table).Rows.Expected.Tell(count);
    }

    /// <summary>Begins a chunk.</summary>
    public SnapshotBuilder Open()
    {
        SnapshotBuilder chunk = new(schema, options) { MostRows = Rows, Whole = Whole };
        foreach ((string table, TakenIds ids) in _taken) chunk.Table(table).Rows.Follow(ids);
        if (Calendar is not null) chunk.UseCalendar(Calendar);
        return chunk;
    }

    /// <summary>Ends a chunk and hands it over.</summary>
    public void Close(SnapshotBuilder chunk)
    {
        IsGivenUp |= chunk.IsRefused || chunk.IsLinked;
        if (IsGivenUp) return;
        foreach ((string table, TakenIds ids) in _taken) ids.AddAll(chunk.Table(table).Rows);
        _gathering?.Take(chunk);
        NameRegions(chunk.Table(BaseTables.Region));
        take(chunk.Build().Value);
    }

    /// <summary>Ends the reading.</summary>
    public void End() => IsGivenUp |= Head.IsRefused || Head.IsLinked || (_gathering is null && Head.Tables.Any(t => t.Schema.Name != BaseTables.Region && t.Rows.Length > 0));

    private static Dictionary<string, string> NamesOf(FactTable regions) => regions.Column(Name) is TextColumn names
        ? Enumerable.Range(0, regions.Count).Where(names.IsKnown).ToDictionary(regions.Id, row => names[row], StringComparer.Ordinal)
        : [];

    private void NameRegions(TableBuilder regions)
    {
        FieldSchema name = regions.Schema.Fields[Name];
        for (int row = 0; row < regions.Rows.Length; row++)
        {
            if (_regionNames.TryGetValue(regions.Rows.Id(row), out string? text)) regions.SetText(row, name, text);
        }
    }
}
