using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Scopes;

/// <summary>The rows of a table that the database has.</summary>
/// <param name="scope">The statement.</param>
/// <param name="table">Where they stand.</param>
internal sealed class SqlStoredRows(SqlScope scope, SqlTable table) : SqlRows(scope, table.Schema)
{
    private readonly Dictionary<string, SqlFact> _said = new(StringComparer.Ordinal);
    private SqlStage? _stage;
    private string? _region;

    private protected override bool OwnDoubts => true;

    /// <summary>The column with the code of a school's region, empty where there is none.</summary>
    public string Region => _region ??= Scope.Names.Take('g');

    public override SqlTruth Said(string list)
    {
        if (!table.Lists.TryGetValue(list, out SqlField? column)) return SqlTruth.Unknown;
        if (!_said.TryGetValue(list, out SqlFact? said)) said = _said[list] = New(column.Field);
        return new SqlTruth(SqlTest.And(said.IsKnown, SqlTest.Of($"{said.Value} = 1")), SqlTest.And(said.IsKnown, SqlTest.Of($"{said.Value} = 0")));
    }

    public override IEnumerable<string> DoubtfulSchools(SqlRender render) => base.DoubtfulSchools(render).Concat(Schema.Name == BaseTables.YearGroup ? OfGroups(render) : []);

    private protected override IEnumerable<SqlOutput> OwnOutputs
    {
        get
        {
            if (_region is { } region) yield return new SqlOutput(region, "''");
            foreach (SqlFact fact in Read)
            {
                yield return new SqlOutput(fact.Known, "0");
                foreach (string flag in fact.Flags) yield return new SqlOutput(flag, "0");
                if (fact.Flags.IsEmpty) yield return new SqlOutput(fact.Value, fact.Nothing);
                if (fact.Count is { } count) yield return new SqlOutput(count, "0");
            }
        }
    }

    private IEnumerable<SqlFact> Read => Facts.Concat(_said.Values);

    // The groups of a school that gives none are made of its classes, and groups that are whole make the school's list of classes whole.
    private IEnumerable<string> OfGroups(SqlRender render)
    {
        if (Scope.Layout.Of(BaseTables.Class) is not { } classes) yield break;
        (string groups, string members) = (KeysText(Scope, table, render), KeysText(Scope, classes, render));
        yield return $"SELECT u.q0 FROM {Scope.Dialect.Without($"({members}) AS u", ["u.q0"], groups)}";
        if (table.Lists.ContainsKey(classes.Schema.Children)) yield return $"SELECT u.q0 FROM {Scope.Dialect.Without($"({groups}) AS u", ["u.q0"], members)}";
    }

    private static string KeysText(SqlScope scope, SqlTable of, SqlRender render)
    {
        string key = scope.Dialect.Key(of.Keys[0], $"t.{scope.Dialect.Quoted(of.Keys[0].Name)}");
        return $"SELECT DISTINCT {key} AS q0 FROM {scope.Dialect.Quoted(of)} AS t{(render.Schools(of) is { } schools ? $" WHERE {schools}" : string.Empty)}";
    }

    private protected override SqlFact? Made(FieldSchema field)
    {
        if (SqlStage.Follows(Schema, field))
        {
            _stage = SqlStage.Of(this, Scope);
            return New(field);
        }

        return table.Fields.ContainsKey(field.Name) ? New(field) : null;
    }

    private protected override IEnumerable<string> OwnColumns(SqlRender render)
    {
        if (_region is { } region) yield return $"COALESCE(r.{region}, '') AS {region}";
        foreach (SqlFact fact in Read)
        {
            string read = IsStage(fact) ? _stage!.Value(HasColumn(fact) ? $"r.{fact.Read}" : null) : $"r.{fact.Read}";
            yield return $"CASE WHEN {read} IS NULL THEN 0 ELSE 1 END AS {fact.Known}";
            foreach (string flag in fact.Flags) yield return $"COALESCE(r.{flag}, 0) AS {flag}";
            if (fact.Flags.IsEmpty) yield return $"COALESCE({read}, {fact.Nothing}) AS {fact.Value}";
            if (fact.Count is { } count) yield return $"COALESCE({CountOf(fact)}, 0) AS {count}";
        }
    }

    private protected override string OwnText(SqlRender render)
    {
        List<string> columns = [.. table.Keys.Select((k, i) => $"{Scope.Dialect.Key(k, Column(k))} AS {Key(i)}")];
        if (_region is { } region) columns.Add($"{(table.Region is { } code ? Scope.Dialect.Key(code, Column(code)) : "''")} AS {region}");
        List<string> doubts = [];
        foreach (SqlFact fact in Read.Where(HasColumn))
        {
            SqlCell cell = Scope.Dialect.Cell(FieldOf(fact), Column(FieldOf(fact).Column), render.Binder);
            columns.Add($"{cell.Value} AS {fact.Read}");
            columns.AddRange(fact.Flags.Select((f, i) => $"{cell.Flags[i]} AS {f}"));
            if (cell.Doubt is { } doubt) doubts.Add(doubt);

            // Where something else stands in the place of a stage, none follows.
            if (IsStage(fact)) doubts.Add($"COALESCE({Scope.Dialect.Key(FieldOf(fact).Column, Column(FieldOf(fact).Column))} <> '' AND ({cell.Value}) IS NULL, 1 = 0)");
        }

        columns.Add($"{(doubts.Count == 0 ? "0" : $"CASE WHEN {string.Join(" OR ", doubts)} THEN 1 ELSE 0 END")} AS d");
        string where = render.Schools(table) is { } schools ? $" WHERE {schools}" : string.Empty;
        return $"SELECT {string.Join(", ", columns)} FROM {Scope.Dialect.Stored(table, ReadColumns, where)}{Scope.Dialect.Fence}";
    }

    private protected override IEnumerable<string> Doubts(SqlRender render)
    {
        yield return "r.d = 1";
        foreach (SqlFact fact in Facts.Where(f => f.Count is not null)) yield return $"(r.{fact.Read} IS NOT NULL AND NOT ({IsCounted(fact)}))";
        if (_stage is { } stage && Facts.FirstOrDefault(IsStage) is { } given && HasColumn(given)) yield return stage.Contradicts($"r.{given.Read}");
    }

    private bool IsStage(SqlFact fact) => _stage is not null && fact.Field.Name == StageFacts.Stage && Facts.Contains(fact);

    private bool HasColumn(SqlFact fact) => _said.ContainsValue(fact) || table.Fields.ContainsKey(fact.Field.Name);

    private SqlField FieldOf(SqlFact fact) => _said.FirstOrDefault(s => s.Value == fact).Key is { } list ? table.Lists[list] : table.Fields[fact.Field.Name];

    private SqlFact New(FieldSchema field)
    {
        SqlFact fact = new(field, Scope.Names.Take('f'), Scope.Names.Take('k'), Scope.Names.Take('v'));
        return field.Type == FieldType.Set ? fact with { Flags = [.. field.Options.Select(_ => Scope.Names.Take('m'))] } : fact;
    }

    private string CountOf(SqlFact fact) => Scope.Dialect.Rounded($"r.{fact.Read} * {Fine(fact)}.0");

    private string IsCounted(SqlFact fact) => $"{Scope.Dialect.AsDouble(CountOf(fact))} / {Fine(fact)}.0 = r.{fact.Read} AND abs(r.{fact.Read}) * {Fine(fact)}.0 < 1e15";

    private static string Fine(SqlFact fact) => SqlCoding.Of(fact.Field)!.Denominator.ToString(CultureInfo.InvariantCulture);

    private string Column(SqlColumn column) => $"t.{Scope.Dialect.StoredName(table, column)}";

    private IEnumerable<SqlColumn> ReadColumns =>
        table.Keys.Concat(_region is null || table.Region is null ? [] : [table.Region]).Concat(Read.Where(HasColumn).Select(f => FieldOf(f).Column)).DistinctBy(c => c.Name, StringComparer.Ordinal);
}
