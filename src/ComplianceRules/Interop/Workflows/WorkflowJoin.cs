namespace ComplianceRules.Interop;

/// <summary>How a rule joins those nested in it.</summary>
internal enum WorkflowJoin
{
    /// <summary>It has an expression of its own.</summary>
    None = 0,

    /// <summary>All have to hold.</summary>
    All,

    /// <summary>One has to hold.</summary>
    Any,
}
