using System.Collections.Immutable;

namespace ComplianceRules.Cli.Tests;

/// <summary>The machine that a test runs the tool on.</summary>
internal sealed record ToolMachine
{
    public int Width { get; init; } = 80;

    public byte[] Input { get; init; } = [];

    public bool IsScreen { get; init; }

    public bool IsErrorScreen { get; init; }

    public CancellationToken Cancellation { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Its environment variables.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    public Surroundings Surroundings => new() { Variable = name => Variables.GetValueOrDefault(name), Time = Time };

    public ToolMachine With(string variable, string value) => this with { Variables = Variables.SetItem(variable, value) };
}
