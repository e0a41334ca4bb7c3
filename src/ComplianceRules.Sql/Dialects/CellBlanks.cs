namespace ComplianceRules.Sql.Dialects;

/// <summary>What cells are trimmed of.</summary>
internal static class CellBlanks
{
    /// <summary>All signs that the runtime trims from the ends of a text.</summary>
    public const string All = "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";
}
