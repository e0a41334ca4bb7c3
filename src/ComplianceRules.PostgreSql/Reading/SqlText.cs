namespace ComplianceRules.PostgreSql.Reading;

/// <summary>Queries that lie beside the code.</summary>
internal static class SqlText
{
    public static string Read(string name)
    {
        using Stream stream = typeof(SqlText).Assembly.GetManifestResourceStream($"ComplianceRules.PostgreSql.{name}.sql")
            ?? throw new InvalidOperationException($"the query `{name}` is not in the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
