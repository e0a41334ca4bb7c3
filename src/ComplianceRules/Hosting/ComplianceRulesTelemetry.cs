namespace ComplianceRules.Hosting;

/// <summary>The names by which telemetry is asked for.</summary>
public static class ComplianceRulesTelemetry
{
    /// <summary>The name of the source of activities: one for each evaluation and each load of packs.</summary>
    public const string ActivitySourceName = "ComplianceRules";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ComplianceRules";
}
