using System.ComponentModel.DataAnnotations;

namespace ApiSample.Schools;

/// <summary>A class of a school.</summary>
public sealed record ClassRequest
{
    /// <summary>Its id, unique in the school.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string Id { get; init; }

    /// <summary>The grade.</summary>
    [Range(0, 12)]
    public int? Grade { get; init; }

    /// <summary>Pupils on the register.</summary>
    [Range(0, 300)]
    public int? Enrolment { get; init; }

    /// <summary>Mean daily written homework, in minutes.</summary>
    [Range(0, 600)]
    public double? WrittenMinutes { get; init; }

    /// <summary>Mean sleep of the pupils in a night, in hours.</summary>
    [Range(0, 24)]
    public double? MeanSleepHours { get; init; }

    /// <summary>When the first lesson starts, such as `08:20:00`.</summary>
    public TimeOnly? LessonsStart { get; init; }
}
