using System.Globalization;

namespace ComplianceRules.Sql.Scopes;

/// <summary>Gives the columns of one statement names of their own.</summary>
internal sealed class SqlNames
{
    private int _last;

    /// <summary>A name that no other column has.</summary>
    /// <param name="kind">What it begins with.</param>
    public string Take(char kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{++_last}");
}
