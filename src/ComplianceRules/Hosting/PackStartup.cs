namespace ComplianceRules.Hosting;

/// <summary>Has nothing to say: that it is validated when the host starts is what loads the packs.</summary>
internal sealed class PackStartup;
