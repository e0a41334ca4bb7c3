using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Says how objects of one type become rows of one table, by a lambda for each fact; nothing is found by reflection.</summary>
/// <remarks>
/// Immutable; may be shared between threads. Each call gives a new shape. A lambda that gives null says nothing of the fact, which is then unknown; what a lambda throws is the
/// caller's. The names of table, fields and lists are checked when rows are added.
/// <code>
/// RowShape&lt;ClassDto&gt; classes = new RowShape&lt;ClassDto&gt;("class", c => c.Id)
///     .Number("enrolment", c => c.Pupils)
///     .Time("starts", c => c.FirstLesson);
/// RowShape&lt;SchoolDto&gt; schools = new RowShape&lt;SchoolDto&gt;("school", s => s.Code)
///     .Region(s => s.County)
///     .Text("name", s => s.Name)
///     .Children(classes, s => s.Classes);
/// ObjectSnapshotSource source = new("schools", builder => builder.AddRows(schools, dtos));
/// </code>
/// </remarks>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed record RowShape<T>
{
    /// <summary>Begins the shape.</summary>
    /// <param name="table">The table of the schema.</param>
    /// <param name="id">The row's id; blanks around it do not count.</param>
    public RowShape(string table, Func<T, string?> id)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(id);
        Table = table;
        IdOf = id;
    }

    /// <summary>Begins the shape without saying what the id is.</summary>
    internal RowShape(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    internal Func<T, string?>? IdOf { get; private init; }

    internal ImmutableArray<Func<T, string?>> Keys { get; private init; } = [];

    internal Func<T, string?>? RegionOf { get; private init; }

    internal Func<T, IEnumerable<string>?>? PacksOf { get; private init; }

    internal ImmutableArray<ShapeField<T>> Fields { get; private init; } = [];

    internal ImmutableArray<ShapeList<T>> Lists { get; private init; } = [];

    internal Func<T, IReadOnlyDictionary<string, FactValue>?>? Bag { get; private init; }

    internal ImmutableArray<ShapeChildren<T>> Nested { get; private init; } = [];

    /// <summary>Says what the row's id is, where that was not said at the beginning.</summary>
    /// <param name="id">The row's id; blanks around it do not count.</param>
    public RowShape<T> Id(Func<T, string?> id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return this with { IdOf = id };
    }

    /// <summary>Says which row an object lies below; not for rows that lie below regions, nor for children that are nested.</summary>
    /// <param name="keys">
    /// The id of the row above; where ids of that table are unique only below one parent, first that parent's id, and so on:
    /// <c>.Below(p => p.SchoolId, p => p.ClassId)</c> for pupils of classes.
    /// </param>
    public RowShape<T> Below(params ReadOnlySpan<Func<T, string?>> keys) => this with { Keys = [.. keys] };

    /// <summary>Says in which region an object lies; null or blank leaves it to <see cref="SnapshotOptions.DefaultRegion"/>.</summary>
    /// <param name="code">The region's code; one that is malformed is listed.</param>
    public RowShape<T> Region(Func<T, string?> code) => this with { RegionOf = code };

    /// <summary>Says which template packs a school wants.</summary>
    /// <param name="packs">The packs' ids; null for none.</param>
    public RowShape<T> Packs(Func<T, IEnumerable<string>?> packs) => this with { PacksOf = packs };

    /// <summary>Gives a number field, in the field's unit.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The number; more than 15 significant digits are rounded.</param>
    public RowShape<T> Number(string field, Func<T, long?> value) => With(field, FieldType.Number, value, ObjectCell.Of);

    /// <summary>Gives a number field, in the field's unit.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The number; NaN and infinities cannot be used and are listed.</param>
    public RowShape<T> Number(string field, Func<T, float?> value) => With(field, FieldType.Number, value, ObjectCell.Of);

    /// <summary>Gives a number field, in the field's unit.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The number; more than 15 significant digits are rounded; NaN and infinities cannot be used and are listed.</param>
    public RowShape<T> Number(string field, Func<T, double?> value) => With(field, FieldType.Number, value, ObjectCell.Of);

    /// <summary>Gives a number field, in the field's unit.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The number; more than 15 significant digits are rounded.</param>
    public RowShape<T> Number(string field, Func<T, decimal?> value) => With(field, FieldType.Number, value, ObjectCell.Of);

    /// <summary>Gives a bool field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The truth.</param>
    public RowShape<T> Bool(string field, Func<T, bool?> value) => With(field, FieldType.Bool, value, CellValue.Of);

    /// <summary>Gives a text field, or an enum field by its key.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The text or the key; a key that is not declared is unknown and listed.</param>
    public RowShape<T> Text(string field, Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return With(new ShapeField<T>(field, [FieldType.Text, FieldType.Enum], item => ObjectCell.Of(value(item))));
    }

    /// <summary>Gives a set field by its keys.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The keys, empty for none of them; where one is not declared the set is unknown and listed.</param>
    public RowShape<T> Set(string field, Func<T, IEnumerable<string>?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return With(new ShapeField<T>(field, [FieldType.Set], item => ObjectCell.Of(value(item))));
    }

    /// <summary>Gives a date field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The day.</param>
    public RowShape<T> Date(string field, Func<T, DateOnly?> value) => With(field, FieldType.Date, value, CellValue.Of);

    /// <summary>Gives a time field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The time; seconds cannot be used and are listed.</param>
    public RowShape<T> Time(string field, Func<T, TimeOnly?> value) => With(field, FieldType.Time, value, time => ObjectCell.Of(time.ToTimeSpan()));

    /// <summary>Gives a time field that may pass midnight.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The time since the midnight of the day it belongs to, below 48 hours, such as 24:30; seconds cannot be used and are listed.</param>
    public RowShape<T> Time(string field, Func<T, TimeSpan?> value) => With(field, FieldType.Time, value, ObjectCell.Of);

    /// <summary>Gives facts by names that are known only when the program runs.</summary>
    /// <param name="facts">The facts by the names of fields; a name that the table does not have is listed once and left out, and so is a value of another type than its field.</param>
    public RowShape<T> Facts(Func<T, IReadOnlyDictionary<string, FactValue>?> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return this with { Bag = facts };
    }

    /// <summary>Says whether a list of the row is whole, so that what is not in it is not there.</summary>
    /// <remarks>A row with rows of a table directly below it, added with <see cref="Below"/>, has its list reported unless this says false.</remarks>
    /// <param name="list">The list's name, such as <c>classes</c>.</param>
    /// <param name="isWhole">Whether it is; null says nothing.</param>
    public RowShape<T> List(string list, Func<T, bool?> isWhole)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(isWhole);
        return this with { Lists = Lists.Add(new ShapeList<T>(list, isWhole)) };
    }

    /// <summary>Adds the objects within an object as the rows directly below its row.</summary>
    /// <param name="shape">Their shape, without <see cref="Below"/> and <see cref="Region"/>.</param>
    /// <param name="items">The objects: null where nobody reported them, an empty list where there are none.</param>
    /// <typeparam name="TChild">Their type.</typeparam>
    public RowShape<T> Children<TChild>(RowShape<TChild> shape, Func<T, IEnumerable<TChild>?> items)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(items);
        return this with { Nested = Nested.Add(new ShapeChildren<T>((builder, above) => Bound(new ObjectRows<TChild>(shape, builder, above), items))) };
    }

    private static Func<T, RowAbove, bool> Bound<TChild>(ObjectRows<TChild> rows, Func<T, IEnumerable<TChild>?> items) => (item, above) => rows.AddBelow(items(item), above);

    private RowShape<T> With<TValue>(string field, FieldType type, Func<T, TValue?> value, Func<TValue, CellValue> read)
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        return With(new ShapeField<T>(field, [type], item => value(item) is { } given ? read(given) : CellValue.Absent));
    }

    private RowShape<T> With(ShapeField<T> field)
    {
        ArgumentNullException.ThrowIfNull(field.Name);
        if (Fields.Any(f => f.Name == field.Name)) throw new ArgumentException($"the shape of `{Table}` gives `{field.Name}` already", nameof(field));
        return this with { Fields = Fields.Add(field) };
    }
}
