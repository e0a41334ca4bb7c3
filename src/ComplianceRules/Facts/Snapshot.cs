using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>What is known of some schools on one day.</summary>
/// <remarks>Immutable; may be shared between threads. Every table of the schema is there, if need be without rows.</remarks>
public sealed class Snapshot
{
    private readonly FrozenDictionary<string, FactTable> _tables;
    private readonly FrozenDictionary<int, ImmutableArray<string>> _schoolPacks;

    internal Snapshot(
        FactSchema schema,
        DateOnly? date,
        string? title,
        ImmutableArray<RegionCode> covers,
        IEnumerable<FactTable> tables,
        IReadOnlyDictionary<int, ImmutableArray<string>> schoolPacks,
        DataReport data)
    {
        Schema = schema;
        Date = date;
        Title = title;
        Covers = covers;
        Data = data;
        _tables = tables.ToFrozenDictionary(t => t.Schema.Name, StringComparer.Ordinal);
        _schoolPacks = schoolPacks.ToFrozenDictionary();
    }

    /// <summary>The schema that the facts were read by.</summary>
    public FactSchema Schema { get; }

    /// <summary>The day that the facts are of; null where the data does not say.</summary>
    public DateOnly? Date { get; }

    /// <summary>The snapshot's own title; null where it has none.</summary>
    public string? Title { get; }

    /// <summary>The regions of which every school is in the snapshot.</summary>
    public ImmutableArray<RegionCode> Covers { get; }

    /// <summary>Which days are worked and taught on; null where the data has no calendar, or none that can be used.</summary>
    public SchoolCalendar? Calendar { get; internal init; }

    /// <summary>What reading the data found: counts, what was left out and why.</summary>
    public DataReport Data { get; }

    /// <summary>What speaks against taking another snapshot for an earlier one: that it is of the same day, or of a later one.</summary>
    /// <param name="earlier">The other snapshot.</param>
    /// <returns>A warning; null where nothing does, or where one of the two does not say its day.</returns>
    public Diagnostic? DoubtAbout(Snapshot earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (Date is not { } day || earlier.Date is not { } before || before < day) return null;
        return new Diagnostic(DiagnosticCodes.PreviousIsNotEarlier, null, Text(before), Text(day));
    }

    /// <summary>The tables, in the ordinal order of their names.</summary>
    public IEnumerable<FactTable> Tables => _tables.Values.OrderBy(t => t.Schema.Name, StringComparer.Ordinal);

    /// <summary>The table of a name.</summary>
    /// <param name="name">A table of the schema.</param>
    /// <exception cref="KeyNotFoundException">The schema has no such table.</exception>
    public FactTable Table(string name) => _tables[name];

    /// <summary>What the whole data has, where this is only a part of it.</summary>
    internal FactPresence? Whole { get; init; }

    /// <summary>Whether any row gives a field, here or elsewhere in the whole data.</summary>
    internal bool HasColumn(string table, string field) => Whole?.HasColumn(table, field) ?? Table(table).Column(field) is not null;

    /// <summary>Whether any row reports a list, here or elsewhere in the whole data.</summary>
    internal bool HasList(string table, string list) => Whole?.HasList(table, list) ?? Table(table).List(list)?.Reported.ContainsAnyExcept(0UL) == true;

    /// <summary>Whether the data names template packs for any school.</summary>
    internal bool NamesPacks => _schoolPacks.Count > 0;

    /// <summary>The template packs that the data itself names for a school.</summary>
    /// <param name="row">The school's row, from 0.</param>
    public ImmutableArray<string> PacksOfSchool(int row) => _schoolPacks.GetValueOrDefault(row, []);

    /// <summary>The same snapshot with other tables.</summary>
    /// <param name="tables">All tables.</param>
    internal Snapshot With(IEnumerable<FactTable> tables) => new(Schema, Date, Title, Covers, tables, _schoolPacks, Data) { Calendar = Calendar };

    /// <summary>The same facts without what reading found.</summary>
    internal Snapshot WithoutReport() => new(Schema, Date, Title, Covers, _tables.Values, _schoolPacks, DataReport.Empty) { Calendar = Calendar, Whole = Whole };

    /// <summary>Whether another snapshot has the same rows and lists on the same day, with the same calendar and packs of schools: at most its facts are others.</summary>
    /// <param name="other">The other snapshot.</param>
    internal bool HasRowsOf(Snapshot other) =>
        Schema == other.Schema && Date == other.Date && ReferenceEquals(Calendar, other.Calendar) && Covers.AsSpan().SequenceEqual(other.Covers.AsSpan())
        && (ReferenceEquals(_schoolPacks, other._schoolPacks) || (!NamesPacks && !other.NamesPacks))
        && _tables.Values.All(t => t.HasRowsOf(other.Table(t.Schema.Name)));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
