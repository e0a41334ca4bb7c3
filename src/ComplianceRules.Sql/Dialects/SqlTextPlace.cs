namespace ComplianceRules.Sql.Dialects;

/// <summary>Where in a text another is looked for.</summary>
internal enum SqlTextPlace
{
    /// <summary>At its beginning.</summary>
    Start = 0,

    /// <summary>At its end.</summary>
    End = 1,

    /// <summary>Anywhere.</summary>
    Anywhere = 2,
}
