using System.ComponentModel.DataAnnotations;

namespace ApiSample;

/// <summary>What whoever runs the service may choose: the section <c>Api</c> of the configuration.</summary>
public sealed record ApiOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Api";

    /// <summary>The folder of the rule packs; null for those that the package brings along.</summary>
    [MinLength(1)]
    public string? Packs { get; init; }

    /// <summary>Whether packs can be reloaded over HTTP. Leave it off unless something before the service keeps strangers away.</summary>
    public bool AllowReload { get; init; }

    /// <summary>How many bytes the body of a school may have.</summary>
    [Range(1, 1 << 24)]
    public long MostBytesOfASchool { get; init; } = 256 * 1024;

    /// <summary>How many bytes a snapshot may have.</summary>
    [Range(1, 1 << 30)]
    public long MostBytesOfASnapshot { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many findings an answer lists; what is left out is counted.</summary>
    [Range(0, 1_000_000)]
    public int MostFindings { get; init; } = 2000;

    /// <summary>How long a request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many evaluations run at once.</summary>
    [Range(1, 1024)]
    public int AtOnce { get; init; } = Environment.ProcessorCount * 2;

    /// <summary>How many evaluations may wait for their turn; who comes later is sent away.</summary>
    [Range(0, 100_000)]
    public int Waiting { get; init; } = 256;
}
