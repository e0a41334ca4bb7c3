namespace ComplianceRules.Expressions;

/// <summary>How often something happens in each period, held to a least and a largest number. An event of unknown day, or that may count or not, counts both ways.</summary>
public sealed record FrequencyExpression : TypedExpression
{
    internal FrequencyExpression(ExpressionType type, FrequencyPart part, RowsExpression events, TypedExpression where, FieldExpression on)
        : base(type)
    {
        Part = part;
        Events = events;
        Where = where;
        On = on;
    }

    /// <summary>What is asked.</summary>
    public FrequencyPart Part { get; internal init; }

    /// <summary>The list of events.</summary>
    public RowsExpression Events { get; }

    /// <summary>Which events count.</summary>
    public TypedExpression Where { get; }

    /// <summary>The day of an event.</summary>
    public FieldExpression On { get; }

    /// <summary>Which periods are judged.</summary>
    public required PeriodQuestion Periods { get; init; }

    /// <summary>The least number of events in a period; null where there is none.</summary>
    public TypedExpression? Min { get; internal init; }

    /// <summary>The largest number of events in a period; null where there is none.</summary>
    public TypedExpression? Max { get; internal init; }
}
