using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Gathers rows from a source and makes the snapshot of them.</summary>
/// <remarks>For one thread; used once. The parents of the schema's tables form a tree; only a region has a parent of its own table.</remarks>
public sealed class SnapshotBuilder
{
    private const int MostProblems = 100;

    private readonly SortedDictionary<string, TableBuilder> _tables = new(StringComparer.Ordinal);
    private readonly List<RegionCode> _covers = [];
    private readonly HashSet<RegionCode> _covered = [];
    private readonly HashSet<int> _coveredRows = [];
    private readonly HashSet<int> _misplacedSchools = [];
    private readonly Dictionary<int, ImmutableArray<string>> _schoolPacks = [];
    private readonly HashSet<(string Table, string Name)> _unknownNames = [];
    private bool _leavesOutYearGroups;
    private Checked<Snapshot>? _made;
    private readonly DiagnosticBag _refused = new();
    private readonly DiagnosticBag _skipped = new();
    private readonly DiagnosticBag _issues = new();

    /// <summary>Begins an empty snapshot.</summary>
    /// <param name="schema">The tables and fields that facts can have.</param>
    /// <param name="options">How to read.</param>
    public SnapshotBuilder(FactSchema schema, SnapshotOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        Schema = schema;
        Options = options;
        foreach (TableSchema table in schema.Tables.Values) _tables.Add(table.Name, new TableBuilder(table));
    }

    internal FactSchema Schema { get; }

    /// <summary>What places of objects begin with; null where nobody named the objects.</summary>
    internal string? Name { get; init; }

    /// <summary>Stops the adding of objects and the making of the snapshot.</summary>
    internal CancellationToken Cancellation
    {
        get;
        init
        {
            field = value;
            Watch = new CancellationWatch(value);
        }
    }

    /// <summary>Looks while the snapshot is made whether that is to stop.</summary>
    internal CancellationWatch Watch { get; init; } = new(CancellationToken.None);

    /// <summary>Whether there are not too many problems yet.</summary>
    internal bool MayGoOn => _refused.Count < MostProblems;

    internal SnapshotOptions Options { get; }

    /// <summary>Whether a covered region's list is known only where the data gives that list: so in the cases of packs.</summary>
    internal bool ListsMustBeGiven { get; init; }

    /// <summary>How many rows there may be before the builder is full; only a reading that goes by chunks asks.</summary>
    internal int MostRows { get; init; } = int.MaxValue;

    /// <summary>Whether there are as many rows as a chunk is to have.</summary>
    internal bool IsFull => MostRows < int.MaxValue && _tables.Values.Sum(t => t.Rows.Length) >= MostRows;

    /// <summary>What the whole data has, where these rows are only a part of it.</summary>
    internal FactPresence? Whole { get; init; }

    /// <summary>Whether a record was refused, so that there will be no snapshot.</summary>
    internal bool IsRefused => _refused.HasErrors;

    /// <summary>Whether a row names one above it that had not been read.</summary>
    internal bool IsLinked { get; private set; }

    internal DateOnly? Date { get; private set; }

    internal string? Title { get; private set; }

    internal SchoolCalendar? Calendar { get; private set; }

    internal int Filtered { get; private set; }

    internal IReadOnlyList<RegionCode> Covers => _covers;

    internal IReadOnlyDictionary<int, ImmutableArray<string>> SchoolPacks => _schoolPacks;

    internal DiagnosticBag Skipped => _skipped;

    internal DiagnosticBag Issues => _issues;

    internal IEnumerable<TableBuilder> Tables => _tables.Values;

    /// <summary>Says what day the facts are of and what the snapshot is called.</summary>
    /// <param name="date">The day; null where the data does not say.</param>
    /// <param name="title">The title; null where there is none.</param>
    public void Describe(DateOnly? date, string? title) => (Date, Title) = (date, title);

    /// <summary>Gives the snapshot a calendar; the last one counts.</summary>
    /// <param name="calendar">The calendar.</param>
    public void UseCalendar(SchoolCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Calendar = calendar;
    }

    /// <summary>Says that every school of a region is in the snapshot.</summary>
    /// <remarks>A former code covers nothing and is reported: the place that took its place may be larger.</remarks>
    /// <param name="code">The region.</param>
    public void Cover(RegionCode code)
    {
        RegionCode current = Schema.FormerCodes.Current(code);
        if (!_covered.Add(code)) return;
        if (current == code) _covers.Add(code);
        else Report(new Diagnostic(DiagnosticCodes.CoversFormerCode, null, code.Text, current.Text));
    }

    /// <summary>The rows of a table.</summary>
    /// <param name="name">A table of the schema.</param>
    /// <exception cref="KeyNotFoundException">The schema has no such table.</exception>
    public TableBuilder Table(string name) => _tables[name];

    /// <summary>Adds objects as rows.</summary>
    /// <param name="shape">How they become rows.</param>
    /// <param name="items">The objects; those of rows above come first. What cannot be used is listed by the number that an object has among all those of its table.</param>
    /// <typeparam name="T">Their type.</typeparam>
    /// <returns>Whether reading may go on: to find more problems, but not without end.</returns>
    /// <exception cref="ArgumentException">The shape names a table, a field or a list that the schema does not have, or a field as another type than it is.</exception>
    public bool AddRows<T>(RowShape<T> shape, IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(items);
        ObjectRows<T> rows = new(shape, this, null);
        return MayGoOn && rows.AddAll(items);
    }

    /// <summary>Adds objects as rows, by a shape that is said on the spot: <c>builder.Table("class", classes, t => t.Id(c => c.Id).Below(c => c.School).Number("enrolment", c => c.Pupils))</c>.</summary>
    /// <remarks>A shape that is used often is kept and given to <see cref="AddRows"/>.</remarks>
    /// <param name="name">The table.</param>
    /// <param name="items">The objects; those of rows above come first.</param>
    /// <param name="shape">Says how they become rows, at least by <see cref="RowShape{T}.Id"/>.</param>
    /// <typeparam name="T">Their type.</typeparam>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The shape names a table, a field or a list that the schema does not have, or a field as another type than it is, or does not say what the id is.</exception>
    public SnapshotBuilder Table<T>(string name, IEnumerable<T> items, Func<RowShape<T>, RowShape<T>> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        AddRows(shape(new RowShape<T>(name)), items);
        return this;
    }

    /// <summary>Lists a name that no field of a table has, once.</summary>
    internal void ReportUnknownName(TableSchema table, string name, SourceSpan place)
    {
        if (_unknownNames.Add((table.Name, name)))
            Report(new Diagnostic(DiagnosticCodes.UnknownRowKey, place, table.Name, DataExcerpt.Of(name)) { DidYouMean = NearestName.Of(name, table.Fields.Keys) });
    }

    /// <summary>The row of a region, made with all rows above it where it is not there yet.</summary>
    /// <param name="code">The region; of a former code the one that took its place.</param>
    public int Region(RegionCode code)
    {
        RowStore rows = Table(BaseTables.Region).Rows;
        if (rows.Find(Schema.FormerCodes.Current(code).Text, -1) is >= 0 and int known) return known;
        int above = -1;
        foreach (RegionCode at in Schema.FormerCodes.SelfAndAncestors(code).Reverse()) above = rows.Make(at.Text, above);
        return above;
    }

    /// <summary>The id of a region row that gives a code: of a former code the one that took its place.</summary>
    /// <param name="id">What is given as the row's id.</param>
    internal string RegionId(string id) => RegionCode.TryParse(id, out RegionCode code) ? Schema.FormerCodes.Current(code).Text : id;

    /// <summary>Names the template packs that the data wants for a school.</summary>
    /// <param name="school">The school's row.</param>
    /// <param name="packs">The packs' ids.</param>
    public void NamePacks(int school, ImmutableArray<string> packs) => _schoolPacks[school] = packs;

    /// <summary>Counts a record that the mapping leaves out.</summary>
    public void CountFiltered() => Filtered++;

    /// <summary>Lists a record that cannot be used: skipped where the caller asked for that, else the snapshot is refused.</summary>
    /// <param name="problem">What is wrong with it and where it stands; an error.</param>
    /// <returns>Whether reading may go on: to find more problems, but not without end.</returns>
    /// <exception cref="ArgumentException">The problem is a warning, which would refuse nothing.</exception>
    public bool Refuse(Diagnostic problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Severity != DiagnosticSeverity.Error) throw new ArgumentException($"{problem.Code} is no error, so it cannot refuse a record", nameof(problem));
        if (Options.SkipMalformed)
        {
            _skipped.Add(problem);
            return true;
        }

        return Fail(problem);
    }

    /// <summary>Lists a cell or a name that cannot be used; the rest of its record is.</summary>
    /// <param name="problem">What is wrong with it and where it stands; a warning.</param>
    public void Report(Diagnostic problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _issues.Add(problem);
    }

    /// <summary>Makes the snapshot: rows sorted below their parents, region rows and year groups made, child lists reported or not.</summary>
    /// <returns>The snapshot, or, where a record was refused, the problems; the issues of a snapshot are in its <see cref="Snapshot.Data"/>.</returns>
    public Checked<Snapshot> Build() => _made ??= Make();

    private Checked<Snapshot> Make()
    {
        if (_refused.HasErrors)
        {
            _refused.AddRange(_issues.InFileOrder());
            return _refused.Finish<Snapshot>(null);
        }

        OrphanRemoval.Run(this);
        Watch.Look();
        RegionRows.Complete(this);
        Watch.Look();
        StageFacts.Complete(this);
        if (!_leavesOutYearGroups) YearGroups.Make(this);
        return new Checked<Snapshot>(SnapshotAssembly.Make(this), []);
    }

    /// <summary>Says how much of the source has been read, so that room can be made for the rows to come.</summary>
    /// <param name="read">The part read, such as bytes.</param>
    /// <param name="whole">The whole, in the same measure.</param>
    internal void Expect(long read, long whole)
    {
        foreach (TableBuilder table in _tables.Values) table.Rows.Expected.Tell(table.Rows.Length, read, whole);
    }

    /// <summary>Says that no year groups are wanted, so that none are made of the classes of schools that give none.</summary>
    internal void LeaveOutYearGroups() => _leavesOutYearGroups = true;

    /// <summary>Refuses the whole snapshot, whatever may be skipped.</summary>
    internal bool Fail(Diagnostic problem)
    {
        _refused.Add(problem);
        if (_refused.Count < MostProblems) return true;
        if (_refused.Count == MostProblems)
            _refused.Report(DiagnosticCodes.TooManyDataProblems, problem.Span is null ? null : SourceSpan.Whole(problem.Span.File), $"{MostProblems}");
        return false;
    }

    /// <summary>Says that the lists of a region row are whole, whatever its code.</summary>
    internal void CoverRow(int region) => _coveredRows.Add(region);

    /// <summary>Says that a row has a region code that is none: no pack judges it, but it does not count as a school without a region.</summary>
    internal void Misplace(TableSchema table, int row)
    {
        if (table.Name == BaseTables.School) _misplacedSchools.Add(row);
    }

    internal bool IsMisplacedSchool(int school) => _misplacedSchools.Contains(school);

    /// <summary>Says that a row names one above it that has not been read.</summary>
    internal void Link() => IsLinked = true;

    internal bool IsRowCovered(int region) => _coveredRows.Contains(region);

    /// <summary>The tables, each after the one above it.</summary>
    internal IEnumerable<TableBuilder> TablesDownward() => _tables.Values.OrderBy(t => Schema.SelfAndAncestors(t.Schema.Name).Count());

    /// <summary>The table above; null where there is none, and for regions, whose parents are regions.</summary>
    internal TableBuilder? Above(TableSchema table) =>
        table.Parent is null || table.Parent == table.Name ? null : _tables.GetValueOrDefault(table.Parent);
}
