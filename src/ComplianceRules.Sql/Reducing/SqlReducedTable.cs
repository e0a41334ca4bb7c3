using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Reducing;

/// <summary>What rules of regions read of the rows of one table: of schools, or of rows straight below them.</summary>
/// <remarks>For one plan; columns are asked for first, then statements are taken.</remarks>
/// <param name="source">The rows.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class SqlReducedTable(SqlSource source, DateOnly asOf)
{
    /// <summary>The column with the id of a row.</summary>
    public const string Id = "id";

    private const string Times = "n";

    // What a double keeps apart from its neighbours: numbers are read as doubles.
    private const long MostWhole = 1L << 53;

    private readonly Dictionary<(string Text, Rational? Unit, ExpressionType Type), SqlReducedColumn> _columns = [];
    private readonly SortedDictionary<string, SqlTest> _lists = new(StringComparer.Ordinal);
    private readonly string? _region = source.Rows is SqlStoredRows { Schema.Name: BaseTables.School } schools ? schools.Region : null;

    /// <summary>The table.</summary>
    public TableSchema Schema => source.Rows.Schema;

    /// <summary>Whether the rows are schools.</summary>
    public bool IsOfSchools => _region is not null;

    /// <summary>The names of the columns of <see cref="Rows"/>: of schools the id, the region and whether lists are whole, of other rows the school; then the columns asked for. Behind them stands for how many rows of a school each stands.</summary>
    public ImmutableArray<string> Names => [.. IsOfSchools ? Lists.Prepend(BaseTables.Region).Prepend(Id) : [BaseTables.School], .. Columns.Select(c => c.Field.Name)];

    /// <summary>The columns, in the order in which they were asked for.</summary>
    public IEnumerable<SqlReducedColumn> Columns => _columns.Values;

    /// <summary>The names of the lists of which each school says whether it is whole.</summary>
    public IEnumerable<string> Lists => _lists.Keys;

    /// <summary>The names of the tables that are read.</summary>
    public IEnumerable<string> Tables => source.Tables;

    /// <summary>Asks each school whether a list of its rows is whole.</summary>
    /// <param name="list">The list.</param>
    public void AskList(string list) => _lists[list] = source.Rows.List(list)?.Reported ?? SqlTest.False;

    /// <summary>Asks each row something.</summary>
    /// <param name="asked">What: a condition or a number.</param>
    /// <param name="parameters">The values in force, a set for each group of regions that the rule judges; all must come to the same.</param>
    /// <param name="isSubject">Whether the row is the subject of what is asked; else it is an item of a list of a region.</param>
    /// <returns>The column; null where SQL cannot say it, or regions differ.</returns>
    public SqlReducedColumn? Ask(TypedExpression asked, ImmutableArray<ParameterTable> parameters, bool isSubject = false)
    {
        // A number of many digits is no multiple of any unit, and what is computed of it need be no double.
        if (asked is not FieldExpression && IsFree(asked)) return null;

        // Tried apart, so that what cannot be written is in no query.
        SqlScope apart = new(source.Scope.Dialect, source.Scope.Layout);
        SqlSource trial = new(apart, SqlRows.Of(apart, Schema.Name)!, new SqlTexts());
        if (Said(asked, parameters, trial, isSubject) is null || Said(asked, parameters, source, isSubject) is not { } said) return null;
        (string Text, Rational? Unit, ExpressionType Type) key = (said.Text, said.Unit, asked.Type);
        if (_columns.TryGetValue(key, out SqlReducedColumn? known)) return known;
        FieldSchema field = new(NameOf(_columns.Count + 1), asked.Type.Kind) { Unit = asked.Type.Unit, Step = said.Unit is null ? null : 1 };
        return _columns[key] = new SqlReducedColumn(field, asked, parameters[0], said.Unit, said.Text) { IsSubject = isSubject };
    }

    /// <summary>The columns of each school, or how often each combination of them occurs below it.</summary>
    /// <param name="schools">Which schools.</param>
    public SqlStatement Rows(SqlSchools schools) => source.Made(schools, render =>
    {
        IEnumerable<string> texts = Columns.Select(c => render.Binder.Bound(c.Text));
        if (_region is not null) texts = _lists.Values.Select(l => render.Binder.Bound(l.Number)).Concat(texts).Prepend($"x.{_region}");
        string[] names = [.. Names.Select(source.Scope.Dialect.Quoted)];
        string rows = $"SELECT {string.Join(", ", texts.Prepend($"x.{SqlRows.Key(0)}").Select((t, i) => $"{t} AS {names[i]}"))} FROM ({source.Rows.Text(render, false)}{source.Scope.Dialect.Fence}) AS x";
        if (IsOfSchools) return rows;
        return $"SELECT {string.Join(", ", names.Select(n => $"y.{n} AS {n}"))}, {source.Scope.Dialect.Rows} AS {Times} FROM ({rows}{source.Scope.Dialect.Fence}) AS y GROUP BY {string.Join(", ", names.Select(n => $"y.{n}"))}";
    });

    /// <summary>The ids of the schools of which SQL may read less than the engine does, each once.</summary>
    /// <param name="schools">Which schools.</param>
    /// <returns>The statement; null where there can be none.</returns>
    public SqlStatement? Doubts(SqlSchools schools) => source.Doubts(schools);

    private (string Text, Rational? Unit)? Said(TypedExpression asked, ImmutableArray<ParameterTable> parameters, SqlSource of, bool isSubject)
    {
        (string Text, Rational? Unit)?[] said = [.. parameters.Select(p => Said(asked, p, of, isSubject)).Distinct()];
        return said is [var only] ? only : null;
    }

    private (string Text, Rational? Unit)? Said(TypedExpression asked, ParameterTable parameters, SqlSource of, bool isSubject)
    {
        SqlRuleWriter writer = new(of.Scope, of.Texts, parameters, asOf);
        SqlFrame row = new(of.Rows, Schema.Name);
        ImmutableArray<SqlFrame> frames = isSubject ? [row] : [new SqlFrame(null, BaseTables.Region), row];
        if (asked.Type.Kind == FieldType.Bool)
        {
            SqlTruth truth = writer.Truth(asked, frames);
            return writer.Refusal is null ? ($"CASE WHEN {truth.True.Text} THEN 1 WHEN {truth.False.Text} THEN 0 END", null) : null;
        }

        ImmutableArray<SqlCase> cases = writer.Value(asked, frames);
        if (writer.Refusal is not null || cases.Any(c => c.Term is not SqlNumber { IsPlain: true } n || !IsReadable(n))) return null;
        SqlNumber[] numbers = [.. cases.Select(c => (SqlNumber)c.Term)];
        bool isPlain = numbers.Any(n => n.Plain is not null);
        if (numbers.Length == 0) return ("CASE WHEN 1 = 0 THEN 0 END", Rational.Of(1));
        if ((isPlain && numbers.Length > 1) || numbers.Select(n => n.Top.Unit).Distinct().Count() > 1) return null;
        string text = $"CASE{string.Concat(cases.Select((c, i) => $" WHEN {c.When.Text} THEN {numbers[i].Plain ?? numbers[i].Top.Text}"))} END";
        return (text, isPlain ? null : numbers[0].Top.Unit);
    }

    // Whether its value is made of numbers that have no step.
    private static bool IsFree(TypedExpression value) => value switch
    {
        FieldExpression e => e.Field is { Type: FieldType.Number, Step: null },
        ArithmeticExpression e => IsFree(e.Left) || IsFree(e.Right),
        NegateExpression e => IsFree(e.Operand),
        ConditionalExpression e => IsFree(e.WhenTrue) || IsFree(e.WhenFalse),
        CallExpression e => e.Arguments.Any(IsFree),
        AggregateExpression e => e.Kind != AggregateKind.Size && IsFree(e.List),
        MacroExpression { Kind: MacroKind.Map } e => IsFree(e.Body) || IsFree(e.List),
        MacroExpression { Kind: MacroKind.Filter } e => IsFree(e.List),
        _ => false,
    };

    private static bool IsReadable(SqlNumber number) => number.Plain is not null || (number.Top.IsExact && number.Top.Low >= -MostWhole && number.Top.High <= MostWhole);

    // A name that no fact and no list of the table has.
    private string NameOf(int number)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"reduced{number}");
        while (Schema.Fact(name) is not null || source.Scope.Layout.Schema.List(Schema.Name, name) is not null) name += "_";
        return name;
    }
}
