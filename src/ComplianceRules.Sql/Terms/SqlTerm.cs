namespace ComplianceRules.Sql.Terms;

/// <summary>A value in the text of SQL. A closed set of records.</summary>
internal abstract record SqlTerm
{
    private protected SqlTerm()
    {
    }

    /// <summary>About how long its text is.</summary>
    public abstract int Length { get; }
}
