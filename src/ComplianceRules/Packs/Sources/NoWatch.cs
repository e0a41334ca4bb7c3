namespace ComplianceRules.Packs;

/// <summary>Watches nothing.</summary>
internal sealed class NoWatch : IDisposable
{
    private NoWatch()
    {
    }

    /// <summary>The only one.</summary>
    public static NoWatch Instance { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to end.
    }
}
