namespace ComplianceRules.Packs;

/// <summary>What excuses a breach.</summary>
public enum WaiverKind
{
    /// <summary>An authority excuses it, whatever the rule's binding.</summary>
    Waiver = 0,

    /// <summary>A recorded reason, which rules of binding <see cref="Binding.Principle"/> allow for and no others.</summary>
    Reason = 1,
}
