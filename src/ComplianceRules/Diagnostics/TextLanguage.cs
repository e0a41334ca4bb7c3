namespace ComplianceRules.Diagnostics;

/// <summary>The languages in which every text of the library stands.</summary>
public enum TextLanguage
{
    /// <summary>Chinese, simplified.</summary>
    Chinese = 0,

    /// <summary>English.</summary>
    English = 1,
}
