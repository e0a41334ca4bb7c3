namespace ComplianceRules.Engine;

/// <summary>What the interpreter has said so far for each combination of the facts that a condition reads.</summary>
/// <remarks>
/// Shared between threads without a lock: an answer is one byte, follows from its place alone, and whoever does not find it yet asks again.
/// </remarks>
/// <param name="room">How many combinations there are.</param>
internal sealed class RecalledTable(int room)
{
    /// <summary>Says that the condition is true.</summary>
    public const byte IsTrue = 1;

    /// <summary>Says that it is false.</summary>
    public const byte IsFalse = 2;

    /// <summary>Says that it is unknown.</summary>
    public const byte IsUnknown = 4;

    private readonly byte[] _answers = new byte[room];

    /// <summary>The answers by combination; 0 where nobody has asked.</summary>
    public ReadOnlySpan<byte> Answers => _answers;

    /// <summary>Keeps an answer.</summary>
    /// <param name="place">The combination.</param>
    /// <param name="answer">The answer; null for unknown.</param>
    public void Keep(int place, bool? answer) => _answers[place] = answer switch { true => IsTrue, false => IsFalse, _ => IsUnknown };

    /// <summary>The combinations from 1 to 64 that have been given an answer, one bit each.</summary>
    /// <param name="answer">The answer; several may be joined.</param>
    public ulong Given(byte answer)
    {
        ulong given = 0;
        for (int place = 1; place < Math.Min(_answers.Length, KeyedComparison.Limits + 1); place++) given |= (_answers[place] & answer) != 0 ? 1UL << (place - 1) : 0;
        return given;
    }
}
