// The microphone: records sound, can pause, knows how long it ran and how loud it is.

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
// Plenty for a voice; fifteen minutes take five or six megabytes.
const BITS = 48_000;

export const isPossible = Boolean(globalThis.MediaRecorder && navigator.mediaDevices?.getUserMedia);

// Loudness between 0 and 1, or nothing where the browser cannot tell.
const meter = (stream) => {
  try {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const level = () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 4);
    };
    return { level, close: () => context.close() };
  } catch {
    return { level: () => undefined, close: () => {} };
  }
};

export const record = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
  const type = TYPES.find((name) => MediaRecorder.isTypeSupported(name));
  const recorder = new MediaRecorder(stream, { ...(type && { mimeType: type }), audioBitsPerSecond: BITS });
  const loudness = meter(stream);
  const parts = [];
  let passed = 0;
  let since = performance.now();

  const hold = () => {
    if (since !== null) passed += performance.now() - since;
    since = null;
  };
  recorder.ondataavailable = ({ data }) => data.size && parts.push(data);
  const ended = new Promise((resolve) => {
    recorder.onstop = () => {
      hold();
      for (const track of stream.getTracks()) track.stop();
      loudness.close();
      resolve(new Blob(parts, { type: recorder.mimeType || type }));
    };
  });
  recorder.start(1000);

  return {
    // Settles when it stops, also where the microphone was pulled out.
    ended,
    seconds: () => (passed + (since === null ? 0 : performance.now() - since)) / 1000,
    level: loudness.level,
    pause: () => {
      recorder.pause();
      hold();
    },
    goOn: () => {
      recorder.resume();
      since = performance.now();
    },
    stop: () => recorder.state !== "inactive" && recorder.stop(),
  };
};
