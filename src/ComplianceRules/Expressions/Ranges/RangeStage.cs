namespace ComplianceRules.Expressions;

/// <summary>How far the walk has come with a node.</summary>
internal enum RangeStage
{
    /// <summary>Its parts come next.</summary>
    Open = 0,

    /// <summary>Its list is done, so its variable can be given the range of an item.</summary>
    Bind = 1,

    /// <summary>Its parts are done.</summary>
    Close = 2,
}
