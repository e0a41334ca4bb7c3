namespace ComplianceRules.External.Tests.Browser;

/// <summary>The views of the page.</summary>
internal static class PageViews
{
    /// <summary>One route for each.</summary>
    public static readonly string[] All =
        ["overview", "changes", "map?group=school", "map?group=school&view=table", "rules", "measures", "regions", "regions/370322", "findings", "finding/0", "data"];
}
