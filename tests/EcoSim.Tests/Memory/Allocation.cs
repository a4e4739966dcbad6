namespace EcoSim.Tests.Memory;

/// <summary>Counts what a piece of code allocates on its thread.</summary>
public static class Allocation
{
    /// <summary>Bytes that the calls allocated, after a first round that compiles code and grows buffers.</summary>
    /// <param name="step">What is done, such as one tick.</param>
    /// <param name="warmup">Calls before counting.</param>
    /// <param name="calls">Calls counted.</param>
    public static long Bytes(Action step, int warmup, int calls)
    {
        for (int i = 0; i < warmup; i++)
        {
            step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
        {
            step();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
