using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.NRules;

/// <summary>A row of a snapshot, as a fact that rule classes of the application match.</summary>
/// <remarks>
/// A fact that is not known is null. A name that no field has, or one of another type, is an <see cref="ArgumentException"/>: a typo is not a missing fact. Two of one row are equal, so
/// that rules may join them. Immutable; may be shared between threads.
/// </remarks>
public sealed class FactRow : IEquatable<FactRow>
{
    private readonly Snapshot _snapshot;

    internal FactRow(Snapshot snapshot, FactTable table, int row)
    {
        _snapshot = snapshot;
        Facts = table;
        Row = row;
    }

    /// <summary>The table, such as <c>class</c>.</summary>
    public string Table => Facts.Schema.Name;

    /// <summary>The row's id within the row above.</summary>
    public string Id => Facts.Id(Row);

    /// <summary>The row's id within the snapshot, such as <c>s1/301</c>.</summary>
    public string Key => Facts.Key(Row);

    internal FactTable Facts { get; }

    internal int Row { get; }

    internal bool IsOf(Snapshot snapshot) => ReferenceEquals(_snapshot, snapshot);

    /// <summary>A number, in the unit of its field.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    /// <exception cref="OverflowException">A decimal does not keep it: it is too large, or has too many digits behind the point.</exception>
    public decimal? Number(string field) => Column(field, FieldType.Number) is NumberColumn column && column.IsKnown(Row) ? Kept(column[Row]) : null;

    /// <summary>A truth value.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such truth value.</exception>
    public bool? Bool(string field) => Column(field, FieldType.Bool) is BoolColumn column && column.IsKnown(Row) ? column[Row] : null;

    /// <summary>A text, or the key of an enum.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such text or enum.</exception>
    public string? Text(string field) => Column(field, FieldType.Text, FieldType.Enum) is TextColumn column && column.IsKnown(Row) ? column[Row] : null;

    /// <summary>A day.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such day.</exception>
    public DateOnly? Date(string field) => Column(field, FieldType.Date) is DateColumn column && column.IsKnown(Row) ? column[Row] : null;

    /// <summary>A time in minutes after midnight; more than 1,440 for one after the next midnight, where the field's range says so.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such time.</exception>
    public int? Minutes(string field) => Column(field, FieldType.Time) is TimeColumn column && column.IsKnown(Row) ? column[Row] : null;

    /// <summary>The keys of a set, in ordinal order.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    public IReadOnlyList<string>? Set(string field) => Column(field, FieldType.Set) is SetColumn column && column.IsKnown(Row) ? column[Row] : null;

    /// <summary>The nearest row above of a table; null where the data has none.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentException">No table above has that name.</exception>
    public FactRow? Above(string table)
    {
        (FactTable at, int row) = (Facts, Row);
        while (at.Schema.Parent is { } parent && (parent != at.Schema.Name || parent == table))
        {
            row = row < 0 ? row : at.Parent(row);
            at = _snapshot.Table(parent);
            if (parent == table) return row < 0 ? null : new FactRow(_snapshot, at, row);
        }

        throw new ArgumentException($"no table `{table}` stands above `{Table}`", nameof(table));
    }

    /// <inheritdoc/>
    public bool Equals(FactRow? other) => other is not null && ReferenceEquals(Facts, other.Facts) && Row == other.Row;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactRow);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, Row);

    /// <inheritdoc/>
    public override string ToString() => $"{Table}:{Key}";

    private static decimal Kept(double number)
    {
        decimal kept = decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        bool isKept = double.Parse(kept.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Equals(number);
        return isKept ? kept : throw new OverflowException($"a decimal does not keep {number.ToString("R", CultureInfo.InvariantCulture)}");
    }

    private FactColumn? Column(string field, params ReadOnlySpan<FieldType> types)
    {
        if (Facts.Schema.Field(field) is not { } schema || !types.Contains(schema.Type)) throw new ArgumentException($"`{Table}` has no field `{field}` of that type", nameof(field));
        return Facts.Column(field);
    }
}
