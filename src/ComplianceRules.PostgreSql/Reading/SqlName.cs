namespace ComplianceRules.PostgreSql.Reading;

/// <summary>Names as they stand in SQL, whatever signs they have.</summary>
internal static class SqlName
{
    public static string Of(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
