namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A row as the second reading sees it.</summary>
/// <param name="Key">Its id, below its parents' ids where ids are unique only there.</param>
/// <param name="Parent">The key of the row above; empty where it is not known.</param>
internal sealed record OracleRow(string Key, string Parent)
{
    /// <summary>Facts by field; absent ones are not here.</summary>
    public Dictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>The lists that the row's own record says are whole.</summary>
    public HashSet<string> Lists { get; } = new(StringComparer.Ordinal);

    public void Put(string field, string? value)
    {
        if (value is not null) Facts[field] = value;
    }
}
