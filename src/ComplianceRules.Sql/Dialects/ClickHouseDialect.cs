using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>ClickHouse 18.16 and later. All values stand in the text as literals, since old servers know no parameters.</summary>
internal sealed class ClickHouseDialect : SqlDialect
{
    // From 1 January of the year 1 to 1 January 1970.
    private const long Epoch = 719_162;

    public ClickHouseDialect()
        : base("clickhouse")
    {
    }

    internal override int MostColumns => 1600;

    internal override bool HasParameters => false;

    internal override bool JoinsPairs => true;

    internal override IReadOnlyList<string> Begin => [];

    internal override IReadOnlyList<string> End => [];

    internal override string LeftJoin => "ALL LEFT JOIN";

    internal override string Rows => "toInt64(COUNT(*))";

    internal override string Columns => "SELECT table, name, type FROM system.columns WHERE database = currentDatabase()";

    internal override SqlCellType TypeOf(string type) => Bare(type) switch
    {
        "Int8" or "Int16" or "Int32" or "Int64" or "UInt8" or "UInt16" or "UInt32" or "UInt64" => SqlCellType.Whole,
        "Float64" => SqlCellType.Double,
        "Decimal" or "Decimal32" or "Decimal64" or "Decimal128" => SqlCellType.Decimal,
        "Bool" => SqlCellType.Bool,
        "String" or "FixedString" or "Enum8" or "Enum16" => SqlCellType.Text,
        "Date" or "Date32" => SqlCellType.Date,
        _ => SqlCellType.Other,
    };

    internal override SqlCellType UsualType(FieldSchema? field) => field?.Type switch
    {
        FieldType.Number => field.Step is 1 ? SqlCellType.Whole : SqlCellType.Decimal,
        FieldType.Bool => SqlCellType.Whole,
        FieldType.Date => SqlCellType.Date,
        _ => SqlCellType.Text,
    };

    // What stands in a cell that is null is the type's own nothing, so that both are told apart. Of decimals and lists old servers have no digest.
    internal override string Seal(SqlTable table)
    {
        IEnumerable<string> cells = table.Columns.DistinctBy(c => c.Name, StringComparer.Ordinal).SelectMany(Cells);
        return $"SELECT concat(toString(COUNT(*)), ' ', toString(sum(cityHash64({string.Join(", ", cells)})))) FROM {Quoted(table)} AS t";

        IEnumerable<string> Cells(SqlColumn column)
        {
            (string cell, bool isPlain) = ($"t.{Quoted(column.Name)}", column.Type is SqlCellType.Whole or SqlCellType.Double);
            return [isPlain ? $"assumeNotNull({cell})" : $"toString(assumeNotNull({cell}))", $"isNull({cell})"];
        }
    }

    internal override string Quoted(string name) => ClickHouseText.Name(name);

    internal override string Written(SqlParameter parameter) => parameter.Value switch
    {
        long whole => string.Create(CultureInfo.InvariantCulture, $"toInt64({whole})"),
        double number => $"toFloat64({number.ToString("R", CultureInfo.InvariantCulture)})",
        var text => ClickHouseText.Literal((string)text),
    };

    internal override SqlCell Cell(SqlField field, string column, SqlBinder binder) => new ClickHouseCells(field, column, binder).Read();

    internal override string Key(SqlColumn column, string text) => $"toString({text})";

    internal override string IsNoKey(SqlColumn column, string text, SqlBinder binder) => column.Type switch
    {
        SqlCellType.Whole => $"{text} IS NULL",
        SqlCellType.Text => $"({text} IS NULL OR toString({text}) = '' OR NOT {ClickHouseCells.IsWhole($"toString({text})", binder)})",
        _ => "1 = 1",
    };

    // A name that the query gives a column beats one that the table has, so that columns of the table get names that the query does not use.
    internal override string Stored(SqlTable table, IEnumerable<SqlColumn> read, string where) =>
        $"(SELECT {string.Join(", ", read.Select(c => $"t.{Quoted(c.Name)} AS {StoredName(table, c)}"))} FROM {Quoted(table)} AS t{where}) AS t";

    internal override string StoredName(SqlTable table, SqlColumn column)
    {
        string prefix = "of_";
        while (table.Columns.Any(c => c.Name.StartsWith(prefix, StringComparison.Ordinal))) prefix += "_";
        return Quoted(prefix + column.Name);
    }

    internal override string Joined(string alias, string column) => $"r.{column}";

    internal override string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder) =>
        many.Count == 0 ? "1 = 0" : $"{text} IN ({string.Join(", ", many.Select(binder.Of))})";

    internal override string Without(string from, IReadOnlyList<string> keys, string others) => $"{from} WHERE ({string.Join(", ", keys)}) NOT IN ({others})";

    internal override string Union(IEnumerable<string> queries) => $"SELECT DISTINCT q0 FROM ({string.Join(" UNION ALL ", queries)})";

    internal override string Rounded(string text) => $"toInt64(round({text}))";

    internal override string AsDouble(string text) => $"toFloat64({text})";

    internal override string Sum(string text) => $"toInt64(COALESCE(SUM({text}), 0))";

    // All branches are computed in every row.
    internal override string Divisor(string text) => $"(CASE WHEN {text} = 0 THEN 1 ELSE {text} END)";

    // The days that the database itself knows begin in 1970 or 1900. Years are counted from March, so that a leap day ends one.
    internal override string PartOfDay(SqlDayPart part, string day)
    {
        const string OfEra = "modulo(z_, 146097)";
        string year = $"arrayMap(e_ -> intDiv(e_ - intDiv(e_, 1460) + intDiv(e_, 36524) - intDiv(e_, 146096), 365), [{OfEra}])[1]";
        const string DayOfYear = "e_ - (365 * y_ + intDiv(y_, 4) - intDiv(y_, 100))";
        const string Month = "CASE WHEN m_ < 10 THEN m_ + 3 ELSE m_ - 9 END";
        string result = part switch
        {
            SqlDayPart.Year => "toInt64(y_ + intDiv(z_, 146097) * 400 + (CASE WHEN m_ < 10 THEN 0 ELSE 1 END))",
            SqlDayPart.Month => $"toInt64({Month})",
            _ => "toInt64(d_ - intDiv(153 * m_ + 2, 5) + 1)",
        };
        string ofMonth = $"arrayMap(m_ -> {result}, [intDiv(5 * d_ + 2, 153)])[1]";
        string ofDay = $"arrayMap(d_ -> {ofMonth}, [{DayOfYear}])[1]";
        string ofYear = $"arrayMap(y_ -> arrayMap(e_ -> {ofDay}, [{OfEra}])[1], [{year}])[1]";
        return $"arrayMap(z_ -> {ofYear}, [toInt64({day}) + 306])[1]";
    }

    internal override string Contains(SqlTextPlace place, string text, string part) => place switch
    {
        SqlTextPlace.Start => $"substring({text}, 1, length({part})) = {part}",
        SqlTextPlace.End => $"(length({text}) >= length({part}) AND substring({text}, toInt64(length({text})) - toInt64(length({part})) + 1) = {part})",
        _ => $"position({text}, {part}) > 0",
    };

    /// <summary>How many days a date is after 1 January of the year 1.</summary>
    /// <param name="date">The date.</param>
    internal static string DayNumber(string date) => string.Create(CultureInfo.InvariantCulture, $"toInt64({date}) + {Epoch}");

    /// <summary>A type without what wraps it and what stands in its brackets.</summary>
    /// <param name="type">The type as the server gives it.</param>
    internal static string Bare(string type)
    {
        string bare = type;
        foreach (string wrapper in (string[])["LowCardinality(", "Nullable("])
        {
            if (bare.StartsWith(wrapper, StringComparison.Ordinal)) bare = bare[wrapper.Length..^1];
        }

        int bracket = bare.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? bare : bare[..bracket];
    }
}
