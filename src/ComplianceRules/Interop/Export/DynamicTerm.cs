namespace ComplianceRules.Interop;

/// <summary>A value in the text of Dynamic LINQ. A closed set of records.</summary>
internal abstract record DynamicTerm
{
    private protected DynamicTerm()
    {
    }
}
