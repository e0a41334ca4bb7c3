using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>One fact that the rows of a table may have.</summary>
/// <remarks>Immutable. Fields of one name in two packs agree in type, unit, range and step.</remarks>
/// <param name="Name">The name used in data and in expressions.</param>
/// <param name="Type">What kind of value it holds.</param>
public sealed record FieldSchema(string Name, FieldType Type)
{
    /// <summary>The unit of a number; null for other types.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The possible values of a number, both ends included; null for other types.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>The scale of a time; null for other types.</summary>
    public TimeScale? Scale { get; init; }

    /// <summary>The step of a number: 1 means whole numbers; null means any.</summary>
    public double? Step { get; init; }

    /// <summary>The values of an enum or set, in the order declared; empty for other types.</summary>
    public ImmutableArray<FieldOption> Options { get; init; } = [];

    /// <summary>What people read.</summary>
    public LocalText Title { get; init; } = LocalText.Empty;

    /// <summary>What its author remarks on it, in whatever language; null where nothing is.</summary>
    public LocalText? Note { get; init; }

    /// <summary>What the fact is, in one sentence: what is counted, when, and what is left out; empty where no pack says.</summary>
    public LocalText Meaning { get; init; } = LocalText.Empty;

    /// <summary>What one step of change costs, for remedies; null where the fact cannot be changed.</summary>
    public double? ChangeCost { get; init; }

    /// <summary>The field that tells between which rows of one parent the amount may only move, its total staying; null where it may change freely.</summary>
    public string? MovesWithin { get; init; }

    /// <summary>Whether it is worked out of other facts: no data has it, and it cannot be changed.</summary>
    public bool IsDerived => Derivation is not null;

    /// <summary>The expression that it is worked out of; null for a fact of the data.</summary>
    internal JsonNode? Derivation { get; init; }

    /// <summary>Whether an enum or set declares a value.</summary>
    /// <param name="key">The value's key.</param>
    public bool HasOption(string key) => OptionAt(key) >= 0;

    /// <summary>Whether a number is one that the field can have: finite, in its range and on its step.</summary>
    /// <param name="number">The number, in the field's unit.</param>
    internal bool Allows(double number) => double.IsFinite(number) && Range?.Contains(number) != false && (Step is not { } step || NumberStep.Fits(number, step));

    /// <summary>The place of a value among those declared, from 0; -1 where it is not declared.</summary>
    /// <param name="key">The value's key.</param>
    internal int OptionAt(string key)
    {
        for (int i = 0; i < Options.Length; i++)
        {
            if (Options[i].Key == key) return i;
        }

        return -1;
    }
}
