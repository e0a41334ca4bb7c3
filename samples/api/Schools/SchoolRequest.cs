using System.ComponentModel.DataAnnotations;

namespace ApiSample.Schools;

/// <summary>A school that is to be judged as of a day. A fact that is left out is unknown, never a pass.</summary>
public sealed record SchoolRequest
{
    /// <summary>The day of assessment: the law of that day is applied.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The school's id.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    [StringLength(200)]
    public string? Name { get; init; }

    /// <summary>The code of the region where it lies: it says whose law counts.</summary>
    [RegularExpression("[0-9]{6}")]
    public required string Region { get; init; }

    /// <summary>The stages that it has, such as `primary` and `junior`.</summary>
    [MaxLength(8)]
    public IReadOnlyList<string>? Stages { get; init; }

    /// <summary>Whether pupils board.</summary>
    public bool? Boarding { get; init; }

    /// <summary>All its classes; left out where nobody reported them, empty where there are none.</summary>
    [MaxLength(500)]
    public IReadOnlyList<ClassRequest>? Classes { get; init; }

    /// <summary>Only rules of these areas, such as `homework`; left out for all.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? Areas { get; init; }
}
