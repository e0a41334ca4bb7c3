using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Scopes;

/// <summary>The stage of a row where it follows from the grade and the school's schooling system.</summary>
/// <param name="Grade">The grade; null where no row has one.</param>
/// <param name="System">The schooling system; null where no school says.</param>
/// <param name="Dialect">How the database wants to be asked.</param>
internal sealed record SqlStage(SqlFact? Grade, SqlFact? System, SqlDialect Dialect)
{
    /// <summary>Whether a field's values may follow from others.</summary>
    /// <param name="table">The table.</param>
    /// <param name="field">The field.</param>
    public static bool Follows(TableSchema table, FieldSchema field) => table.Name is BaseTables.Class or BaseTables.YearGroup && field.Name == StageFacts.Stage;

    /// <summary>What the stage of some rows follows from.</summary>
    /// <param name="rows">The rows: of classes or year groups.</param>
    /// <param name="scope">The statement.</param>
    public static SqlStage Of(SqlRows rows, SqlScope scope)
    {
        SqlFact? grade = rows.Schema.Field(StageFacts.Grade) is { } field ? rows.Fact(field) : null;
        SqlFact? system = scope.Layout.Schema.Table(BaseTables.School)?.Field(StageFacts.SchoolingSystem) is { } of ? rows.Above?.Fact(of) : null;
        return new SqlStage(grade, system, scope.Dialect);
    }

    /// <summary>The stage: as given, else as it follows; null where neither is known.</summary>
    /// <param name="given">The column with the one given; null where there is none.</param>
    public string Value(string? given) => given is null ? Followed : $"COALESCE({given}, {Followed})";

    /// <summary>Whether the stage given is not the one that follows.</summary>
    /// <param name="given">The column with the one given.</param>
    public string Contradicts(string given) => $"COALESCE({given} <> {Followed}, 1 = 0)";

    private string Followed => Grade is { } grade ? $"CASE {string.Concat(Stages(grade).Select(s => $"WHEN r.{grade.Read} IS NOT NULL AND {s.When} THEN '{s.Stage}' "))}END" : "NULL";

    private IEnumerable<(string When, string Stage)> Stages(SqlFact grade)
    {
        string at = $"r.{grade.Read}";
        yield return ($"{at} BETWEEN 1 AND 5", "primary");
        if (System is { } system)
        {
            (string known, string value) = (Dialect.Joined("a", system.Known), Dialect.Joined("a", system.Value));
            yield return ($"{at} = 6 AND {known} = 1 AND {value} = '6-3'", "primary");
            yield return ($"{at} = 6 AND {known} = 1 AND {value} = '5-4'", "junior");
        }

        yield return ($"{at} BETWEEN 7 AND 9", "junior");
        yield return ($"{at} >= 10", "senior");
    }
}
