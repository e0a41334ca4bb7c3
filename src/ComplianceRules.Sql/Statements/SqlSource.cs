namespace ComplianceRules.Sql.Statements;

/// <summary>The rows of one table and the texts that are asked of them: what several statements are taken from.</summary>
/// <param name="Scope">What the statements are put together with.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Texts">The texts that conditions speak of.</param>
internal sealed record SqlSource(SqlScope Scope, SqlRows Rows, SqlTexts Texts)
{
    /// <summary>The names of the tables that are read.</summary>
    public IEnumerable<string> Tables => Rows.Tree().Select(r => r.Schema.Name).Append(Facts.BaseTables.School);

    /// <summary>A statement.</summary>
    /// <param name="schools">Which schools.</param>
    /// <param name="write">Writes its text.</param>
    public SqlStatement Made(SqlSchools schools, Func<SqlRender, string> write)
    {
        SqlBinder binder = new(Scope.Dialect, Texts.All);
        string text = write(new SqlRender(binder, table => schools.Of(Scope, table, binder)));
        return new SqlStatement(text, binder.Parameters);
    }

    /// <summary>The ids of the schools of which SQL may read less than the engine does, each once.</summary>
    /// <param name="schools">Which schools.</param>
    /// <returns>The statement; null where there can be none.</returns>
    public SqlStatement? Doubts(SqlSchools schools)
    {
        SqlStatement made = Made(schools, render =>
        {
            string[] doubtful = [.. Rows.Tree().SelectMany(r => r.DoubtfulSchools(render))];
            return doubtful.Length == 0 ? string.Empty : Scope.Dialect.Union(doubtful);
        });
        return made.Text.Length == 0 ? null : made;
    }
}
