namespace ComplianceRules.External.Tests.Cluster;

/// <summary>How facts in a cluster are judged.</summary>
public enum Road
{
    /// <summary>One node alone: the second, with the schools that it has.</summary>
    OneNode = 0,

    /// <summary>By the coordinator.</summary>
    Coordinator = 1,

    /// <summary>By each node for its own schools.</summary>
    Nodes = 2,
}
