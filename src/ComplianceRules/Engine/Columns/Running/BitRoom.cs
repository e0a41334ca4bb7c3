namespace ComplianceRules.Engine;

/// <summary>Room for the bitmaps of one run, given back together and used again by the next.</summary>
/// <remarks>For the thread that begins and ends the run. Fresh memory costs more than judging does, so that it is kept.</remarks>
internal sealed class BitRoom
{
    private ulong[] _words = [];
    private int _taken;

    /// <summary>Begins a run.</summary>
    /// <param name="words">How many words it takes in all.</param>
    public void Begin(int words)
    {
        _taken = 0;
        if (_words.Length < words) _words = GC.AllocateUninitializedArray<ulong>(words);
    }

    /// <summary>Room for one bitmap, with bits of no certain content.</summary>
    /// <param name="words">How many words it has.</param>
    public Memory<ulong> Take(int words)
    {
        Memory<ulong> room = _words.AsMemory(_taken, words);
        _taken += words;
        return room;
    }
}
