namespace ComplianceRules.Hosting;

/// <summary>What became of an attempt to load packs.</summary>
public enum PackLoadOutcome
{
    /// <summary>They cannot be reached or may not be read; what was in force is in force still.</summary>
    Failed = 0,

    /// <summary>They are wrong; what was in force is in force still.</summary>
    Refused = 1,

    /// <summary>They are those in force already.</summary>
    Unchanged = 2,

    /// <summary>They are in force now.</summary>
    Loaded = 3,
}
